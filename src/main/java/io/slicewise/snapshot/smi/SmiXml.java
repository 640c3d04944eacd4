package io.slicewise.snapshot.smi;

import io.slicewise.mig.Catalogue;
import io.slicewise.snapshot.Beginning;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.collect.SnapshotFormat;
import io.slicewise.snapshot.collect.SnapshotFormat.Understood;
import io.slicewise.snapshot.collect.WholeText;
import io.slicewise.snapshot.notice.RowFaults;
import io.slicewise.snapshot.smi.SmiGpu.Device;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code nvidia-smi -q -x}. The DTD that the file names is never loaded, and a file that defines or uses entities
 * of its own is refused: nvidia-smi writes none.
 */
public final class SmiXml {
    private static final Pattern ENTITY = Pattern.compile("<!(?:ENTITY|ELEMENT|ATTLIST|NOTATION)\\b");
    private static final Pattern MIB = Pattern.compile("(\\d{1,9})\\s*MiB");
    private static final int DEEPEST = 40;
    private static final int LONGEST_VALUE = 200;

    private final RowFaults faults;
    private final List<SmiGpu> gpus = new ArrayList<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder value = new StringBuilder();
    private final Map<String, String> device = new HashMap<>();
    private @Nullable SmiGpu current;
    private long deviceLine;

    private SmiXml(String name) {
        faults = new RowFaults(name);
    }

    /**
     * The format: reads a document; of one that is cut off, the GPUs and devices before the cut.
     *
     * @param catalogue where models and their profiles are looked up
     * @param options the models that a person told
     */
    public static SnapshotFormat format(Catalogue catalogue, SnapshotOptions options) {
        return WholeText.format("nvidia-smi-xml", SmiXml::recognises, (builder, name, xml) -> {
            SmiXml reader = new SmiXml(name);
            return reader.read(name, xml, new SmiLayout(builder, name, catalogue, options, reader.faults));
        });
    }

    static boolean recognises(Beginning beginning) {
        return beginning.isMarkup() && beginning.text().contains("nvidia_smi_log");
    }

    private Understood read(String name, String xml, SmiLayout layout) {
        Matcher entity = ENTITY.matcher(xml);
        if (entity.find()) {
            long line = xml.substring(0, entity.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            return refused(Where.line(name, line), Text.of("smi.xml.entities"));
        }
        List<Problem> problems = new ArrayList<>();
        try {
            document(xml);
        } catch (Attack e) {
            return refused(Where.file(name), e.why);
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
            problems.add(Problem.warning(Where.line(name, line), Text.of("smi.xml.broken")));
        }
        return layout.of(gpus, problems, Text.of("smi.xml.none"));
    }

    private static Understood refused(Where where, Text why) {
        return new Understood(List.of(Problem.error(where, why)), null, false);
    }

    /** What nvidia-smi never writes. */
    private static final class Attack extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Text why;

        Attack(Text why) {
            super(why.key());
            this.why = why;
        }
    }

    private void document(String xml) throws XMLStreamException, Attack {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml.stripLeading()));
        try {
            while (reader.hasNext()) {
                event(reader);
            }
        } catch (MissingResourceException e) {
            // the parser has no words for some of its own errors
            throw new XMLStreamException(e.getMessage(), reader.getLocation(), e);
        } finally {
            reader.close();
        }
    }

    private void event(XMLStreamReader reader) throws XMLStreamException, Attack {
        switch (reader.next()) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (path.size() >= DEEPEST) {
                    throw new Attack(Text.of("smi.xml.deep", DEEPEST));
                }
                path.push(reader.getLocalName());
                value.setLength(0);
                start(reader.getLocation().getLineNumber());
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (value.length() < LONGEST_VALUE) {
                    value.append(reader.getText());
                }
            }
            case XMLStreamConstants.END_ELEMENT -> {
                end();
                path.pop();
                value.setLength(0);
            }
            case XMLStreamConstants.ENTITY_REFERENCE -> throw new Attack(Text.of("smi.xml.entities"));
            default -> {
                // comments, the declaration and the name of the DTD say nothing about GPUs
            }
        }
    }

    private void start(long line) {
        switch (path.element()) {
            case "gpu" -> {
                current = new SmiGpu(String.valueOf(gpus.size()), line);
                gpus.add(current);
            }
            case "mig_device" -> {
                device.clear();
                deviceLine = line;
            }
            default -> {
                // looked at when its value is complete
            }
        }
    }

    private void end() {
        SmiGpu gpu = current;
        if (gpu == null) {
            return;
        }
        String text = value.toString().strip();
        String element = path.element();
        if (path.contains("mig_device")) {
            if (element.equals("mig_device")) {
                add(gpu);
            } else {
                device.putIfAbsent(element.equals("total") ? parent() + "/total" : element, text);
            }
            return;
        }
        switch (element) {
            case "product_name" -> gpu.modelName = text;
            case "uuid" -> gpu.uuid = text;
            case "current_mig" -> gpu.mig = mode(text);
            case "total" -> {
                if (parent().equals("fb_memory_usage")) {
                    gpu.memoryMib = mib(text);
                }
            }
            default -> {
                // nothing about the layout
            }
        }
    }

    static @Nullable Boolean mode(String text) {
        return switch (text) {
            case "Enabled" -> true;
            // N/A: a GPU that cannot be partitioned
            case "Disabled", "N/A", "[N/A]" -> false;
            default -> null;
        };
    }

    private void add(SmiGpu gpu) {
        String instance = device.getOrDefault("gpu_instance_id", "");
        if (instance.isEmpty() || !instance.chars().allMatch(Character::isDigit)) {
            faults.add("smi.xml.noInstanceId", deviceLine, instance);
            return;
        }
        String printed = device.getOrDefault("multiprocessor_count", "");
        int sms = printed.matches("\\d{1,5}") ? Integer.parseInt(printed) : 0;
        if (sms == 0) {
            faults.add("smi.xml.noSms", deviceLine, printed);
        }
        long memory = mib(device.getOrDefault("fb_memory_usage/total", ""));
        String copies = device.getOrDefault("copy_engine_count", "");
        int engines = copies.matches("\\d{1,3}") ? Integer.parseInt(copies) : 0;
        gpu.devices.add(new Device(instance, device.getOrDefault("index", ""), sms, memory, engines, deviceLine));
    }

    /** The element around the one that ends. */
    private String parent() {
        return path.stream().skip(1).findFirst().orElse("");
    }

    private static long mib(String text) {
        Matcher mib = MIB.matcher(text);
        return mib.matches() ? Long.parseLong(mib.group(1)) : 0;
    }
}
