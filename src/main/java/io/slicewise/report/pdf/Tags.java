package io.slicewise.report.pdf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
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
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;

/** The logical structure: which text on which page is a heading, a cell, a figure, in reading order. */
final class Tags {
    private static final COSName ARTIFACT = COSName.getPDFName("Artifact");

    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final Deque<PDStructureNode> open = new ArrayDeque<>();
    private final List<PDPage> pages = new ArrayList<>();
    private final Map<PDPage, List<PDStructureElement>> parents = new HashMap<>();

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

    /** Paints something that is an element of the structure; all of it on one page. */
    void leaf(String type, String alternative, PDPage page, PDPageContentStream stream, Painting painting)
            throws IOException {
        begin(type);
        PDStructureElement element = (PDStructureElement) open.getFirst();
        element.setPage(page);
        if (!alternative.isEmpty()) {
            element.setAlternateDescription(alternative);
        }
        List<PDStructureElement> onPage = parents.computeIfAbsent(page, key -> {
            pages.add(key);
            return new ArrayList<>();
        });
        int id = onPage.size();
        onPage.add(element);
        COSDictionary properties = new COSDictionary();
        properties.setInt(COSName.MCID, id);
        COSName name = COSName.getPDFName(type);
        element.appendKid(new PDMarkedContent(name, properties));
        stream.beginMarkedContent(name, id);
        painting.paint();
        stream.endMarkedContent();
        end();
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
        PDNumberTreeNode numbers = new PDNumberTreeNode(PDParentTreeValue.class);
        numbers.setNumbers(tree);
        root.setParentTree(numbers);
        root.setParentTreeNextKey(pages.size());
    }
}
