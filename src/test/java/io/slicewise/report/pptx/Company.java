package io.slicewise.report.pptx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A template as a company has one, unlike the product's own wherever companies differ: names and order of the layouts,
 * layouts that say nothing of their kind, a layout without a title, a second master, a master of handouts, none of notes,
 * a bar at the side, and example slides with a show of their own.
 *
 * @param wide the width of its page, in EMU; 6 858 000 high
 * @param bar the width of the bar at the left
 * @param dark whether it is light on dark
 * @param titled whether any of its layouts has a title
 */
record Company(long wide, long bar, boolean dark, boolean titled) {
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String KIND = "application/vnd.openxmlformats-officedocument.";
    private static final String EMPTY_TREE =
            "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/>" + "</p:nvGrpSpPr><p:grpSpPr/>";
    private static final String NUMBER =
            "<a:fld id=\"{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}\" type=\"slidenum\"><a:t>‹#›</a:t></a:fld>";
    private static final String DARK_TITLE =
            "<a:lvl1pPr><a:defRPr><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill></a:defRPr></a:lvl1pPr>";
    private static final String FILL = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    private static final String EXAMPLE = "여기에 회사 소개를 입력하십시오";

    static Company old() {
        return new Company(9_144_000, 0, false, true);
    }

    static Company lightOnDark() {
        return new Company(12_192_000, 1_905_000, true, true);
    }

    static Company untitled() {
        return new Company(12_192_000, 0, false, false);
    }

    /** What stands on the slides that the template shows itself with. */
    static String example() {
        return EXAMPLE;
    }

    byte[] template() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", types());
        parts.put("_rels/.rels", related("officeDocument", "ppt/presentation.xml"));
        parts.put("ppt/presentation.xml", presentation());
        parts.put(
                "ppt/_rels/presentation.xml.rels",
                related(
                        "slideMaster", "slideMasters/slideMaster1.xml",
                        "slideMaster", "slideMasters/slideMaster2.xml",
                        "handoutMaster", "handoutMasters/handoutMaster1.xml",
                        "slide", "slides/slide1.xml",
                        "theme", "theme/theme1.xml"));
        parts.put("ppt/theme/theme1.xml", theme("한빛"));
        parts.put("ppt/theme/theme2.xml", theme("한빛 보조"));
        parts.put("ppt/theme/theme3.xml", theme("유인물"));
        parts.put("ppt/slideMasters/slideMaster1.xml", master(1, 4));
        parts.put(
                "ppt/slideMasters/_rels/slideMaster1.xml.rels",
                related(
                        "slideLayout", "../slideLayouts/slideLayout1.xml",
                        "slideLayout", "../slideLayouts/slideLayout2.xml",
                        "slideLayout", "../slideLayouts/slideLayout3.xml",
                        "slideLayout", "../slideLayouts/slideLayout4.xml",
                        "theme", "../theme/theme1.xml"));
        parts.put("ppt/slideMasters/slideMaster2.xml", master(2, 1));
        parts.put(
                "ppt/slideMasters/_rels/slideMaster2.xml.rels",
                related("slideLayout", "../slideLayouts/slideLayout5.xml", "theme", "../theme/theme2.xml"));
        parts.put("ppt/handoutMasters/handoutMaster1.xml", handouts());
        parts.put("ppt/handoutMasters/_rels/handoutMaster1.xml.rels", related("theme", "../theme/theme3.xml"));
        layouts(parts);
        parts.put(
                "ppt/slides/slide1.xml", root("sld", "", slide(), "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"));
        parts.put("ppt/slides/_rels/slide1.xml.rels", related("slideLayout", "../slideLayouts/slideLayout3.xml"));
        return zipped(parts);
    }

    /** In an order of its own: an empty page, contents with two columns, contents, the cover. */
    private void layouts(Map<String, String> parts) {
        String title = titled ? placeholder(2, "제목 틀", "type=\"title\"", "") : "";
        String left =
                placeholder(3, "내용 틀 왼쪽", "sz=\"half\" idx=\"15\"", at(bar + 300_000, 1_500_000, 3_900_000, 4_500_000));
        String right = placeholder(
                4, "내용 틀 오른쪽", "sz=\"half\" idx=\"16\"", at(bar + 4_300_000, 1_500_000, 3_900_000, 4_500_000));
        String footers = placeholder(8, "바닥글", "type=\"ftr\" sz=\"quarter\" idx=\"21\"", "")
                + placeholder(9, "번호", "type=\"sldNum\" sz=\"quarter\" idx=\"22\"", "")
                        .replace(run("번호"), NUMBER);
        String cover = titled
                ? placeholder(
                                2,
                                "표지 제목",
                                "type=\"ctrTitle\"",
                                at(bar + 600_000, 2_400_000, room() - 600_000, 1_100_000))
                        + placeholder(
                                3,
                                "표지 부제",
                                "type=\"subTitle\" idx=\"31\"",
                                at(bar + 600_000, 3_700_000, room() - 600_000, 900_000))
                : "";
        layout(parts, 1, "빈 화면", footers);
        layout(parts, 2, "본문 2단", title + left + right + footers);
        layout(parts, 3, "본문", title + placeholder(3, "내용 틀", "idx=\"15\"", "") + footers);
        layout(parts, 4, "표지", cover);
        layout(parts, 5, "간지", title);
    }

    private void layout(Map<String, String> parts, int number, String name, String shapes) {
        String xml = root(
                "sldLayout",
                " preserve=\"1\" userDrawn=\"1\"",
                "<p:cSld name=\"" + name + "\"><p:spTree>" + EMPTY_TREE + shapes + "</p:spTree></p:cSld>",
                "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>");
        parts.put("ppt/slideLayouts/slideLayout" + number + ".xml", xml);
        parts.put(
                "ppt/slideLayouts/_rels/slideLayout" + number + ".xml.rels",
                related("slideMaster", "../slideMasters/slideMaster" + (number == 5 ? 2 : 1) + ".xml"));
    }

    private long room() {
        return wide - bar - 600_000;
    }

    private String master(int number, int count) {
        String brand = "<p:sp><p:nvSpPr><p:cNvPr id=\"20\" name=\"띠\"/><p:cNvSpPr/><p:nvPr"
                + " userDrawn=\"1\"/></p:nvSpPr><p:spPr>"
                + (bar > 0 ? at(0, 0, bar, 6_858_000) : at(0, 0, wide, 1_000_000))
                + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr"
                + " val=\"accent1\"/></a:solidFill></p:spPr><p:txBody><a:bodyPr/><a:p/></p:txBody></p:sp>";
        StringBuilder ids = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            ids.append("<p:sldLayoutId id=\"")
                    .append(2_147_483_649L + 10L * number + i)
                    .append("\" r:id=\"rId")
                    .append(i)
                    .append("\"/>");
        }
        String title = bar > 0 ? "tx1" : "bg1";
        return root(
                "sldMaster",
                "",
                "<p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr"
                        + " val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>"
                        + EMPTY_TREE + brand
                        + placeholder(2, "제목", "type=\"title\"", at(bar + 300_000, 200_000, room(), 700_000))
                        + placeholder(
                                3, "본문", "type=\"body\" idx=\"1\"", at(bar + 300_000, 1_400_000, room(), 4_750_000))
                        + placeholder(
                                4,
                                "바닥글",
                                "type=\"ftr\" sz=\"quarter\" idx=\"3\"",
                                at(bar + 300_000, 6_350_000, 5_000_000, 300_000))
                        + placeholder(
                                5,
                                "번호",
                                "type=\"sldNum\" sz=\"quarter\" idx=\"4\"",
                                at(wide - 1_200_000, 6_350_000, 900_000, 300_000))
                        + "</p:spTree></p:cSld>",
                map("p:clrMap") + "<p:sldLayoutIdLst>" + ids
                        + "</p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr>"
                        + "<a:defRPr sz=\"3200\" b=\"1\"><a:solidFill><a:schemeClr val=\"" + title
                        + "\"/></a:solidFill><a:latin typeface=\"+mj-lt\"/><a:ea"
                        + " typeface=\"+mj-ea\"/></a:defRPr></a:lvl1pPr></p:titleStyle>"
                        + "<p:bodyStyle/><p:otherStyle/></p:txStyles>");
    }

    private String handouts() {
        return root("handoutMaster", "", "<p:cSld><p:spTree>" + EMPTY_TREE + "</p:spTree></p:cSld>", map("p:clrMap"));
    }

    private String map(String element) {
        String colors = dark
                ? " bg1=\"dk1\" tx1=\"lt1\" bg2=\"dk2\" tx2=\"lt2\""
                : " bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\"";
        return "<" + element + colors
                + " accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\""
                + " accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>";
    }

    private static String slide() {
        return "<p:cSld><p:spTree>" + EMPTY_TREE
                + "<p:sp><p:nvSpPr><p:cNvPr id=\"2\""
                + " name=\"예\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>"
                + "<a:p><a:r><a:t>" + EXAMPLE + "</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld>";
    }

    private String presentation() {
        return root(
                "presentation",
                "",
                "<p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/><p:sldMasterId id=\"2147483668\""
                        + " r:id=\"rId2\"/></p:sldMasterIdLst><p:handoutMasterIdLst><p:handoutMasterId"
                        + " r:id=\"rId3\"/></p:handoutMasterIdLst><p:sldIdLst><p:sldId id=\"256\""
                        + " r:id=\"rId4\"/></p:sldIdLst>",
                "<p:sldSz cx=\"" + wide
                        + "\" cy=\"6858000\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/><p:custShowLst><p:custShow"
                        + " name=\"짧게\" id=\"0\"><p:sldLst><p:sld"
                        + " r:id=\"rId4\"/></p:sldLst></p:custShow></p:custShowLst>");
    }

    private String theme(String name) {
        return start() + "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"" + name
                + "\"><a:themeElements><a:clrScheme name=\"" + name + "\">"
                + color("dk1", dark ? "101A2B" : "1F2937") + color("lt1", "FFFFFF")
                + color("dk2", dark ? "24344F" : "0F4C5C")
                + color("lt2", dark ? "C7D2E0" : "E7ECEF") + color("accent1", "0F766E") + color("accent2", "D97706")
                + color("accent3", dark ? "5EEAD4" : "1D4ED8") + color("accent4", "9333EA") + color("accent5", "DB2777")
                + color("accent6", "FDE68A") + color("hlink", "0F766E") + color("folHlink", "6B7280")
                + "</a:clrScheme><a:fontScheme name=\"한빛\"><a:majorFont><a:latin typeface=\"Arial\"/><a:ea"
                + " typeface=\"Malgun Gothic\"/><a:cs typeface=\"\"/></a:majorFont><a:minorFont><a:latin"
                + " typeface=\"Arial\"/><a:ea typeface=\"Malgun Gothic\"/><a:cs"
                + " typeface=\"\"/></a:minorFont></a:fontScheme><a:fmtScheme name=\"한빛\"><a:fillStyleLst>"
                + FILL.repeat(3)
                + "</a:fillStyleLst><a:lnStyleLst>" + ("<a:ln w=\"6350\">" + FILL + "</a:ln>").repeat(3)
                + "</a:lnStyleLst><a:effectStyleLst>" + "<a:effectStyle><a:effectLst/></a:effectStyle>".repeat(3)
                + "</a:effectStyleLst><a:bgFillStyleLst>" + FILL.repeat(3)
                + "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>";
    }

    private static String color(String name, String hex) {
        return "<a:" + name + "><a:srgbClr val=\"" + hex + "\"/></a:" + name + ">";
    }

    private static String placeholder(int id, String name, String kind, String place) {
        return "<p:sp><p:nvSpPr><p:cNvPr id=\"" + id + "\" name=\"" + name
                + "\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>"
                + "<p:nvPr><p:ph " + kind + "/></p:nvPr></p:nvSpPr><p:spPr>" + place
                + "</p:spPr><p:txBody><a:bodyPr/><a:lstStyle>" + (kind.contains("ctrTitle") ? DARK_TITLE : "")
                + "</a:lstStyle><a:p>" + run(name) + "</a:p></p:txBody></p:sp>";
    }

    private static String run(String words) {
        return "<a:r><a:t>" + words + "</a:t></a:r>";
    }

    private static String at(long x, long y, long wide, long high) {
        return "<a:xfrm><a:off x=\"" + x + "\" y=\"" + y + "\"/><a:ext cx=\"" + wide + "\" cy=\"" + high
                + "\"/></a:xfrm>";
    }

    private static String start() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    }

    private static String root(String name, String attributes, String... contents) {
        return start() + "<p:" + name + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\""
                + OFFICE.substring(0, OFFICE.length() - 1)
                + "\" xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"" + attributes + ">"
                + String.join("", contents) + "</p:" + name + ">";
    }

    private static String related(String... kindsAndTargets) {
        StringBuilder xml = new StringBuilder(start())
                .append("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 0; i < kindsAndTargets.length; i += 2) {
            xml.append("<Relationship Id=\"rId")
                    .append(i / 2 + 1)
                    .append("\" Type=\"")
                    .append(OFFICE)
                    .append(kindsAndTargets[i])
                    .append("\" Target=\"")
                    .append(kindsAndTargets[i + 1])
                    .append("\"/>");
        }
        return xml.append("</Relationships>").toString();
    }

    private static String types() {
        StringBuilder xml = new StringBuilder(start())
                .append("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
                .append("<Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
                .append(type("presentation", "presentationml.template.main"))
                .append(type("handoutMasters/handoutMaster1", "presentationml.handoutMaster"))
                .append(type("slides/slide1", "presentationml.slide"));
        for (int i = 1; i <= 5; i++) {
            xml.append(type("slideLayouts/slideLayout" + i, "presentationml.slideLayout"))
                    .append(i <= 2 ? type("slideMasters/slideMaster" + i, "presentationml.slideMaster") : "")
                    .append(i <= 3 ? type("theme/theme" + i, "theme") : "");
        }
        return xml.append("</Types>").toString();
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"/ppt/" + part + ".xml\" ContentType=\"" + KIND + kind + "+xml\"/>";
    }

    private static byte[] zipped(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
