package io.slicewise.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What packages of all systems are made of, as far as it can be looked at on any system. */
class DistributionTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Path PICTURES = PROJECT.resolve("src/main/resources/io/slicewise/desktop/look");

    @TempDir
    private Path target;

    @ParameterizedTest
    @EnumSource
    void filesThatJpackageIsToldOfAreThere(Host host) throws IOException {
        List<String> told = new ArrayList<>(image(host, "0.1.0"));
        told.addAll(installer(host, "0.1.0"));
        for (String option : List.of("--icon", "--license-file", "--file-associations", "--resource-dir")) {
            for (int i = told.indexOf(option); i >= 0 && i < told.size(); i++) {
                if (told.get(i).equals(option)) {
                    assertTrue(Files.exists(Path.of(told.get(i + 1))), option + " " + told.get(i + 1));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatOpensFilesIsToldWhereTheSystemListens(Host host) throws IOException {
        assertEquals(host == Host.MAC, image(host, "1.2.3").contains("--file-associations"));
        assertEquals(host == Host.LINUX, installer(host, "1.2.3").contains("--file-associations"));
    }

    @Test
    void macOsTakesNoVersionThatBeginsWithZero() throws IOException {
        assertEquals("1.0", after(image(Host.MAC, "0.1.0"), "--app-version"));
        assertEquals("1.0", after(installer(Host.MAC, "0.1.0"), "--app-version"));
        assertEquals("1.2.3", after(image(Host.MAC, "1.2.3"), "--app-version"));
        assertEquals("0.1.0", after(image(Host.LINUX, "0.1.0"), "--app-version"));
        assertEquals("0.1.0", after(installer(Host.WINDOWS, "0.1.0"), "--app-version"));
    }

    @Test
    void systemsAreKnownByTheNamesThatJavaGivesThem() {
        assertEquals(Host.LINUX, Host.of("Linux"));
        assertEquals(Host.WINDOWS, Host.of("Windows 11"));
        assertEquals(Host.WINDOWS, Host.of("Windows Server 2025"));
        assertEquals(Host.MAC, Host.of("Mac OS X"));
    }

    @Test
    void jarsAndLaunchersAreWhereEachSystemHasThem() {
        Path image = Path.of("image");
        assertEquals(image.resolve("lib/app"), Host.LINUX.application(image));
        assertEquals(image.resolve("bin/Slicewise"), Host.LINUX.launcher(image, "Slicewise"));
        assertEquals(image.resolve("app"), Host.WINDOWS.application(image));
        assertEquals(image.resolve("Slicewise.exe"), Host.WINDOWS.launcher(image, "Slicewise"));
        assertEquals("Slicewise.app", Host.MAC.image("Slicewise"));
        assertEquals(image.resolve("Contents/app"), Host.MAC.application(image));
        assertEquals(image.resolve("Contents/MacOS/Slicewise"), Host.MAC.launcher(image, "Slicewise"));
    }

    @Test
    void aScriptStartsWhatJpackagesLauncherWould() throws IOException {
        String script = ShellLauncher.script(List.of(
                "[Application]",
                "app.classpath=$APPDIR/slicewise.jar",
                "app.mainclass=io.slicewise.Slicewise",
                "app.classpath=$APPDIR/picocli-4.7.7.jar",
                "",
                "[JavaOptions]",
                "java-options=-XX:AOTCache=$APPDIR/slicewise-command.aot",
                "java-options=-Xlog:aot*=off,cds*=off"));
        assertEquals("""
            #!/bin/sh
            # Starts what the image holds, wherever that was moved to.
            self=$(readlink -f "$0")
            lib=${self%/bin/*}/lib
            app=$lib/app
            exec "$lib/runtime/bin/java" \\
                "-XX:AOTCache=$app/slicewise-command.aot" \\
                "-Xlog:aot*=off,cds*=off" \\
                -cp "$app/slicewise.jar:$app/picocli-4.7.7.jar" \\
                "io.slicewise.Slicewise" "$@"
            """, script);
    }

    /** In a folder with a blank in its name, called by a link from elsewhere, with arguments that a shell would take apart. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aScriptFindsItsImageAndHandsOnEveryArgument() throws IOException, InterruptedException {
        Path image = target.resolve("my image");
        Path java = image.resolve("lib/runtime/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path launcher = Files.createDirectories(image.resolve("bin")).resolve("slicewise-command");
        Files.createFile(launcher);
        Path settings = Files.writeString(
                Files.createDirectories(image.resolve("lib/app")).resolve("slicewise-command.cfg"),
                "app.classpath=$APPDIR/slicewise.jar\napp.mainclass=Main\njava-options=-Xmn32m\n");
        new ShellLauncher(settings).replace(launcher);
        Path link = Files.createSymbolicLink(target.resolve("slicewise"), launcher);
        Process process = new ProcessBuilder(link.toString(), "averages", "a b.prom", "$HOME", "*", "")
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        assertEquals(
                "-Xmn32m\n-cp\n" + image.toRealPath().resolve("lib/app/slicewise.jar")
                        + "\nMain\naverages\na b.prom\n$HOME\n*\n\n",
                printed);
    }

    @Test
    void whatAShellWouldReadOtherwiseIsRefused() {
        IOException refused =
                assertThrows(IOException.class, () -> ShellLauncher.script(List.of("java-options=-Dname=$(date)")));
        assertTrue(refused.getMessage().contains("$(date)"), refused.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatScriptsNeedOfAnotherJavaStays(Host host) throws IOException {
        String options = after(image(host, "1.2.3"), "--jlink-options");
        assertEquals(host != Host.LINUX, options.contains("--strip-native-commands"));
        assertEquals(host == Host.LINUX, host.hasShellLaunchers());
    }

    @Test
    void anIconOfWindowsHoldsEveryPictureWhereItsEntrySays() throws IOException {
        ByteBuffer icon = ByteBuffer.wrap(Icons.ico(PICTURES)).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(0, icon.getShort(0));
        assertEquals(1, icon.getShort(2));
        int count = icon.getShort(4);
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int entry = 6 + 16 * i;
            int side = icon.get(entry) == 0 ? 256 : Byte.toUnsignedInt(icon.get(entry));
            BufferedImage picture = picture(icon, icon.getInt(entry + 12), icon.getInt(entry + 8));
            assertEquals(side, picture.getWidth());
            assertEquals(side, picture.getHeight());
            sizes.add(side);
        }
        assertEquals(List.of(16, 32, 64, 128, 256), sizes);
    }

    @Test
    void anIconOfMacOsIsChunksThatFillItsLength() throws IOException {
        ByteBuffer icon = ByteBuffer.wrap(Icons.icns(PICTURES));
        assertEquals("icns", type(icon, 0));
        assertEquals(icon.capacity(), icon.getInt(4));
        List<String> chunks = new ArrayList<>();
        for (int at = 8; at < icon.capacity(); at += icon.getInt(at + 4)) {
            chunks.add(type(icon, at) + " "
                    + picture(icon, at + 8, icon.getInt(at + 4) - 8).getWidth());
        }
        assertEquals(List.of("icp4 16", "icp5 32", "icp6 64", "ic07 128", "ic08 256", "ic09 512"), chunks);
    }

    @Test
    void aJarWithoutLicenceIsAnError() throws IOException {
        Path jar = jar("stranger-1.0.jar", "stranger/Thing.class");
        Licences licences = new Licences(PROJECT.resolve("src/dist/resources/licences"));
        IOException refused =
                assertThrows(IOException.class, () -> licences.collect(List.of(jar), target.resolve("licences")));
        assertTrue(refused.getMessage().contains("stranger"), refused.getMessage());
    }

    @Test
    void licencesComeFromTheJarOrFromTheProject() throws IOException {
        Path folder = target.resolve("licences");
        new Licences(PROJECT.resolve("src/dist/resources/licences"))
                .collect(
                        List.of(
                                jar("own-2.1.jar", "META-INF/LICENSE"),
                                jar("picocli-4.7.7.jar", "picocli/CommandLine.class"),
                                jar("re2j-1.8.jar", "META-INF/NOTICE")),
                        folder);
        assertEquals("META-INF/LICENSE", Files.readString(folder.resolve("own-LICENSE")));
        assertTrue(Files.readString(folder.resolve("picocli.txt")).contains("Apache License"));
        assertTrue(Files.readString(folder.resolve("re2j.txt")).contains("Redistribution"));
        assertTrue(Files.exists(folder.resolve("re2j-NOTICE")));
    }

    private Path jar(String name, String entry) throws IOException {
        Path file = target.resolve(name);
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new JarEntry(entry));
            jar.write(entry.getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
        return file;
    }

    private List<String> image(Host host, String version) throws IOException {
        return new Distribution(PROJECT, target, version, host).imageArguments(target, target);
    }

    private List<String> installer(Host host, String version) throws IOException {
        return new Distribution(PROJECT, target, version, host).installerArguments(target);
    }

    private static String after(List<String> arguments, String option) {
        return arguments.get(arguments.indexOf(option) + 1);
    }

    private static String type(ByteBuffer icon, int at) {
        return new String(bytes(icon, at, 4), StandardCharsets.US_ASCII);
    }

    private static BufferedImage picture(ByteBuffer icon, int at, int length) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes(icon, at, length)));
    }

    private static byte[] bytes(ByteBuffer icon, int at, int length) {
        byte[] bytes = new byte[length];
        icon.get(at, bytes);
        return bytes;
    }
}
