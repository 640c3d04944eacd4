package io.slicewise.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Gives a library's old classes the form of newer ones. A start cache holds no class that was compiled for a Java before 6,
 * since such a class lacks the map of types that makes it quick to check; the command line's parser is such a library, and
 * loading it anew was a fifth of a short call. What the classes do stays the same.
 *
 * <p>Run by the build as a source program of the JDK, after the libraries were copied. Arguments: the jars. One without old
 * classes is left as it is. A renewed one keeps its time, so that the build copies it again only where it really is another.
 */
final class CurrentClasses {
    /** The first version of class files that all carry the map of types. */
    private static final int CURRENT = ClassFile.JAVA_8_VERSION;

    private static final int OLD_BELOW = ClassFile.JAVA_6_VERSION;

    /** Where a class file has its version. */
    private static final int VERSION_AT = 6;

    private static final ClassTransform RENEWAL = (builder, element) -> {
        switch (element) {
            case ClassFileVersion _ -> builder.withVersion(CURRENT, 0);
            case MethodModel method ->
                builder.transformMethod(method, MethodTransform.transformingCode(CodeTransform.ACCEPT_ALL));
            default -> builder.with(element);
        }
    };

    private CurrentClasses() {}

    public static void main(String[] args) throws IOException {
        for (String arg : args) {
            renew(Path.of(arg));
        }
    }

    private static void renew(Path jar) throws IOException {
        Map<String, byte[]> entries = entries(jar);
        if (entries.entrySet().stream().noneMatch(CurrentClasses::isOld)) {
            return;
        }
        FileTime time = Files.getLastModifiedTime(jar);
        Path renewed = Path.of(jar + ".new");
        URL url = URI.create("jar:" + jar.toUri() + "!/").toURL();
        try (URLClassLoader library = new URLClassLoader(new URL[] {url}, null);
                OutputStream file = Files.newOutputStream(renewed);
                ZipOutputStream out = new ZipOutputStream(file)) {
            // which classes are related is read from the jar: none of them is loaded
            ClassFile classes = ClassFile.of(
                    ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(library)
                            .orElse(ClassHierarchyResolver.defaultResolver())));
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry same = new ZipEntry(entry.getKey());
                same.setTime(time.toMillis());
                out.putNextEntry(same);
                out.write(
                        isOld(entry)
                                ? classes.transformClass(classes.parse(entry.getValue()), RENEWAL)
                                : entry.getValue());
                out.closeEntry();
            }
        }
        Files.setLastModifiedTime(renewed, time);
        Files.move(renewed, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Map<String, byte[]> entries(Path jar) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (InputStream file = Files.newInputStream(jar);
                ZipInputStream in = new ZipInputStream(file)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static boolean isOld(Map.Entry<String, byte[]> entry) {
        byte[] bytes = entry.getValue();
        return entry.getKey().endsWith(".class")
                && ((bytes[VERSION_AT] & 0xff) << 8 | bytes[VERSION_AT + 1] & 0xff) < OLD_BELOW;
    }
}
