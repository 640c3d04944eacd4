package io.slicewise.report.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.page.Template;
import io.slicewise.report.Logo;
import io.slicewise.report.Options;
import io.slicewise.report.Subjects;
import io.slicewise.report.picture.PictureFont;
import io.slicewise.story.Audience;
import io.slicewise.text.Language;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** What a file claims about itself is what veraPDF finds, of every template in every language. */
class ConformanceTest {
    private static final PictureFont FONT = PictureFont.shipped();
    private static final List<PDFAFlavour> CLAIMS = List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A);

    @BeforeAll
    static void validator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @TestFactory
    Stream<DynamicTest> everyTemplateConforms() {
        return Stream.of(Template.values())
                .flatMap(template -> Language.all().stream()
                        .flatMap(language -> Stream.of(Audience.MANAGER, Audience.ENGINEER)
                                .map(audience -> DynamicTest.dynamicTest(
                                        template + " " + language + " " + audience,
                                        () -> check(template, Options.of(language, audience))))));
    }

    @Test
    void aLogoDoesNotHarm() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(120, 40, BufferedImage.TYPE_INT_ARGB), "png", png);
        Options options = Options.of(Language.ENGLISH, Audience.MANAGER)
                .withByline("Dana & Kim", "22 November 2026")
                .withLogo(Logo.of(png.toByteArray()).orElseThrow());
        check(Template.EXECUTIVE, options);
    }

    private static void check(Template template, Options options) throws Exception {
        byte[] file = PdfWriter.write(Subjects.report(template, Subjects.HOST, options), FONT.measure());
        for (PDFAFlavour claim : CLAIMS) {
            ValidationResult result = validated(file, claim);
            List<String> failed = result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + ": " + assertion.getMessage() + " at "
                            + assertion.getLocation().getContext())
                    .distinct()
                    .limit(5)
                    .toList();
            assertEquals(List.of(), failed, claim::getId);
            assertTrue(result.isCompliant(), claim::getId);
        }
    }

    private static ValidationResult validated(byte[] file, PDFAFlavour claim) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(file), claim);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(claim, false)) {
            return validator.validate(parser);
        }
    }
}
