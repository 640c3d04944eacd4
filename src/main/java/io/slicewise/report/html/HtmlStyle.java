package io.slicewise.report.html;

import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Palette;
import io.slicewise.chart.Rgb;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The style sheet: the product's colours as variables, and the charts' colours turned dark where the reader's are. */
final class HtmlStyle {
    private static final String SHEET = """
            *{box-sizing:border-box}
            html{color-scheme:light dark}
            body{margin:0;background:var(--surface);color:var(--text);
             font:16px/1.6 "Slicewise Sans",Pretendard,"Segoe UI","Malgun Gothic","Apple SD Gothic Neo","Noto Sans KR",system-ui,sans-serif;
             font-variant-numeric:tabular-nums;word-break:keep-all;overflow-wrap:break-word}
            main{max-width:860px;margin:0 auto;padding:56px 28px 72px}
            header{border-bottom:2px solid var(--text);padding-bottom:18px;margin-bottom:8px}
            header img{float:right;max-height:44px;max-width:30%;margin-left:24px}
            h1{font-size:34px;line-height:1.2;letter-spacing:-.01em;margin:.1em 0 .2em}
            h2{font-size:22px;line-height:1.3;margin:2.4em 0 .6em}
            h1,h2,th,strong,dt,.name,.value{font-weight:600}
            .kind,.byline,.note,figcaption{color:var(--text-muted);font-size:14px;margin:0}
            .kind{font-weight:600}
            .note{margin:.8em 0}
            .lead{font-size:19px;line-height:1.5;margin:.4em 0 1em}
            nav ol{columns:2;column-gap:32px;font-size:14px;padding-left:20px;margin:18px 0 0}
            a{color:inherit;text-decoration-color:var(--axis);text-underline-offset:3px}
            .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(180px,1fr));gap:24px;margin:22px 0}
            .tile{border-top:3px solid;padding-top:10px}
            .tile .name{font-size:15px;margin:0}
            .tile .value{font-size:42px;line-height:1.15;letter-spacing:-.02em;margin:.05em 0}
            .scroll{overflow-x:auto;margin:1em 0}
            table{border-collapse:collapse;width:100%;font-size:14.5px;line-height:1.45}
            caption{text-align:left;font-weight:600;padding:0 0 6px}
            thead th{font-size:13px;color:var(--text-muted);text-align:left;vertical-align:bottom;border-bottom:1px solid var(--axis);padding:6px 10px}
            tbody th,td{text-align:left;vertical-align:top;border-bottom:1px solid var(--grid);padding:8px 10px;white-space:pre-line}
            tr>:first-child{padding-left:0}
            thead th.number,td.number{text-align:right;white-space:nowrap}
            figure{margin:1.4em 0}
            figure svg{width:100%;height:auto;display:block}
            details{font-size:14px;color:var(--text-muted)}
            details table{color:var(--text)}
            .notices{list-style:none;padding:0}
            .notices li{border-left:4px solid;border-radius:2px;padding:0 0 0 16px;margin:0 0 18px}
            .notices p{margin:0;color:var(--text)}
            .notices .severity{font-size:13px;font-weight:600;color:inherit}
            .notices .advice{color:var(--text-muted);font-size:15px}
            dl{margin:1em 0}dd{margin:0 0 .9em}
            .steps{padding-left:22px}
            .steps li{margin:0 0 14px}
            .panel,pre{background:var(--panel);border-radius:6px;padding:10px 14px;margin:4px 0 0}
            .panel{display:flex;justify-content:space-between;align-items:center;gap:20px}
            .panel p{margin:0}
            .panel b{font-size:21px;font-weight:600;white-space:nowrap}
            pre{overflow-x:auto;font:13px/1.5 ui-monospace,Menlo,Consolas,monospace;white-space:pre}
            footer{margin-top:56px;border-top:1px solid var(--grid);padding-top:10px;font-size:13px;color:var(--text-muted)}
            @media print{main{max-width:none;padding:0}nav,details{display:none}h2{break-after:avoid}
             figure,tr,.notices li,.steps li,.tiles{break-inside:avoid}body{font-size:11pt}@page{margin:18mm}}
            """;

    private HtmlStyle() {}

    static String css() {
        return ":root{" + variables(Palette.LIGHT) + "--panel:#F6F7F9}\n"
                + SHEET
                + roles()
                + "@media screen and (prefers-color-scheme:dark){:root{" + variables(Palette.DARK)
                + "--panel:#15181D}\n" + darkened() + "}\n";
    }

    /** The name of a colour: {@code whole-gpu}. */
    static String name(ColorRole role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String variables(Palette palette) {
        StringBuilder css = new StringBuilder();
        for (ColorRole role : ColorRole.values()) {
            css.append("--").append(name(role)).append(':').append(hex(palette.color(role))).append(';');
        }
        return css.toString();
    }

    private static String roles() {
        StringBuilder css = new StringBuilder();
        for (ColorRole role : ColorRole.values()) {
            css.append(".c-").append(name(role)).append("{color:var(--").append(name(role)).append(")}");
        }
        return css.append('\n').toString();
    }

    /** A picture has the light colours in it; each of them becomes the dark one of its role. */
    private static String darkened() {
        StringBuilder css = new StringBuilder();
        Set<String> done = new TreeSet<>();
        for (ColorRole role : ColorRole.values()) {
            String light = hex(Palette.LIGHT.color(role));
            if (done.add(light)) {
                String dark = hex(Palette.DARK.color(role));
                css.append("svg [fill=\"").append(light).append("\"]{fill:")
                        .append(dark).append("}svg [stroke=\"").append(light).append("\"]{stroke:").append(dark)
                        .append("}\n");
            }
        }
        return css.toString();
    }

    private static String hex(Rgb color) {
        return color.hex();
    }
}
