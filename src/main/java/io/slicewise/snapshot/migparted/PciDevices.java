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

    /** Empty for a device that is not one model of the catalogue alone. */
    static Optional<GpuModel> model(String filter, Catalogue catalogue) {
        Matcher parts = FILTER.matcher(filter.strip().toUpperCase(Locale.ROOT));
        return parts.matches() ? catalogue.byPciDevice(parts.group(1)) : Optional.empty();
    }
}
