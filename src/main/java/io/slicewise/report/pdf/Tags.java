package io.slicewise.report.pdf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDLayoutAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.jspecify.annotations.Nullable;

/** The logical structure: which text on which page is a heading, a cell, a figure, in reading order. */
final class Tags {
    private static final COSName ARTIFACT = COSName.getPDFName("Artifact");

    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final Deque<PDStructureNode> open = new ArrayDeque<>();
    private final List<PDPage> pages = new ArrayList<>();
    private final Map<PDPage, List<PDStructureElement>> parents = new HashMap<>();
    private final Map<PDAnnotationLink, PDStructureElement> links = new LinkedHashMap<>();

    Tags(PDDocument document, String language) {
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setStructureTreeRoot(root);
        PDMarkInfo marks = new PDMarkInfo();
        marks.setMarked(true);
        catalog.setMarkInfo(marks);
        catalog.setLanguage(language);
        open.push(root);
        begin("Document");
    }

    /** Opens an element that holds others: a table, a row, a list. */
    void begin(String type) {
        PDStructureNode parent = open.getFirst();
        PDStructureElement element = new PDStructureElement(type, parent);
        parent.appendKid(element);
        open.push(element);
    }

    /** Closes the element that was opened last. */
    void end() {
        open.pop();
    }

    /** Something to paint. */
    @FunctionalInterface
    interface Painting {
        void paint() throws IOException;
    }

    /**
     * An element that has content of its own.
     *
     * @param type what it is
     * @param alternative the words for what is no text; may be empty
     * @param attribute more about it; {@code null} for nothing
     */
    record Leaf(String type, String alternative, @Nullable PDAttributeObject attribute) {
        static Leaf of(String type) {
            return new Leaf(type, "", null);
        }

        /** A header of what is below it, {@code Column}, or beside it, {@code Row}. */
        static Leaf header(String scope) {
            PDTableAttributeObject attribute = new PDTableAttributeObject();
            attribute.setScope(scope);
            return new Leaf("TH", "", attribute);
        }

        /** A picture that is said in words, too. */
        static Leaf figure(String words, PDRectangle place) {
            PDLayoutAttributeObject attribute = new PDLayoutAttributeObject();
            attribute.setPlacement(PDLayoutAttributeObject.PLACEMENT_BLOCK);
            attribute.setBBox(place);
            return new Leaf("Figure", words, attribute);
        }
    }

    /** Paints something that is an element of the structure; all of it on one page. */
    PDStructureElement leaf(Leaf leaf, PDPage page, PDPageContentStream stream, Painting painting) throws IOException {
        begin(leaf.type());
        PDStructureElement element = (PDStructureElement) open.getFirst();
        element.setPage(page);
        if (!leaf.alternative().isEmpty()) {
            element.setAlternateDescription(leaf.alternative());
        }
        PDAttributeObject attribute = leaf.attribute();
        if (attribute != null) {
            element.addAttribute(attribute);
        }
        List<PDStructureElement> onPage = parents.computeIfAbsent(page, key -> {
            pages.add(key);
            return new ArrayList<>();
        });
        int id = onPage.size();
        onPage.add(element);
        COSDictionary properties = new COSDictionary();
        properties.setInt(COSName.MCID, id);
        COSName name = COSName.getPDFName(leaf.type());
        element.appendKid(new PDMarkedContent(name, properties));
        stream.beginMarkedContent(name, id);
        painting.paint();
        stream.endMarkedContent();
        end();
        return element;
    }

    /** Paints words that lead somewhere: what is read and what is pressed are one element. */
    void link(PDAnnotationLink link, PDPage page, PDPageContentStream stream, Painting painting) throws IOException {
        PDStructureElement element = leaf(Leaf.of("Link"), page, stream, painting);
        PDObjectReference reference = new PDObjectReference();
        reference.setReferencedObject(link);
        element.appendKid(reference);
        page.getAnnotations().add(link);
        links.put(link, element);
    }

    /** Paints something that is no part of what is read: a line, a page number. */
    static void artifact(PDPageContentStream stream, Painting painting) throws IOException {
        stream.beginMarkedContent(ARTIFACT);
        painting.paint();
        stream.endMarkedContent();
    }

    /** Writes down which element each marked content belongs to. */
    void close() {
        Map<Integer, PDParentTreeValue> tree = new HashMap<>();
        for (int i = 0; i < pages.size(); i++) {
            COSArray elements = new COSArray();
            parents.getOrDefault(pages.get(i), List.of()).forEach(elements::add);
            tree.put(i, new PDParentTreeValue(elements));
            pages.get(i).setStructParents(i);
        }
        int next = pages.size();
        for (Map.Entry<PDAnnotationLink, PDStructureElement> link : links.entrySet()) {
            tree.put(next, new PDParentTreeValue(link.getValue().getCOSObject()));
            link.getKey().setStructParent(next++);
        }
        PDNumberTreeNode numbers = new PDNumberTreeNode(PDParentTreeValue.class);
        numbers.setNumbers(tree);
        root.setParentTree(numbers);
        root.setParentTreeNextKey(next);
    }
}
