package io.slicewise.snapshot.migparted;

import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the model by the PCI device id of a device filter: {@code 0x20B210DE} is device 20B2 of vendor 10DE. */
final class PciDevices {
    private static final Pattern FILTER = Pattern.compile("0X([0-9A-F]{4})10DE");

    private PciDevices() {}

    /** Empty for a device that no model of the catalogue is known to be. */
    static Optional<GpuModel> model(String filter, Catalogue catalogue) {
        Matcher parts = FILTER.matcher(filter.strip().toUpperCase(Locale.ROOT));
        return parts.matches() ? catalogue.byId(id(parts.group(1))) : Optional.empty();
    }

    /** The catalogue's id; ids that several boards share are left to the planner. */
    private static String id(String device) {
        return switch (device) {
            case "20B0", "20F1" -> "a100-40gb";
            case "20B2", "20B5" -> "a100-80gb";
            case "20B7" -> "a30-24gb";
            case "20F3", "20F5" -> "a800-80gb";
            case "20F6" -> "a800-40gb";
            case "2321" -> "h100-94gb-nvl";
            case "2322", "2324" -> "h800-80gb";
            case "2330" -> "h100-80gb-sxm";
            case "2331" -> "h100-80gb-pcie";
            case "2335" -> "h200-141gb";
            case "233B" -> "h200-nvl-141gb";
            case "2901" -> "b200-180gb";
            case "2941" -> "gb200-186gb";
            case "2BB5" -> "rtx-pro-6000-96gb";
            default -> "";
        };
    }
}
