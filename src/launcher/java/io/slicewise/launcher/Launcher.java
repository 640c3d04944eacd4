package io.slicewise.launcher;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Entry point of the jar: starts Slicewise with its {@link StartCache} where that can be used, else here where this Java
 * is new enough, else the same jar with a Java that is.
 *
 * <p>The exit code is Slicewise's; 1 where no Java is found that is new enough, after a sentence on what to install.
 */
public final class Launcher {
    /** The Java that Slicewise is compiled for. */
    static final int NEEDED = 25;

    /** By name: what is here is compiled before it, and for a Java that could not read it. */
    static final String SLICEWISE = "io.slicewise.Slicewise";

    /**
     * Set, to the number of this process, for the Java that this class starts: one which is not what it says does not
     * start another, the window ends with the launcher, and a start is timed from the launcher's on.
     */
    private static final String LAUNCHER = "slicewise.launcher";

    private Launcher() {}

    public static void main(String[] args) throws Exception {
        if (Runtime.version().feature() < NEEDED) {
            startOnAnotherJava(args);
            return;
        }
        List<String> options = jvmArguments();
        // What was asked of this JVM in particular, such as to wait for a debugger, is asked of this one
        boolean passable = passedOn(options).size() == options.size() + 1;
        Optional<String> java = ProcessHandle.current().info().command();
        if (!isStartedByLauncher() && passable && java.isPresent()) {
            StartCache cache = new StartCache(jar(), Path.of(java.get()), use(args));
            if (cache.isUsable()) {
                System.exit(start(cache.command(passedOn(options), args)));
            }
        }
        startHere(args);
    }

    /** A guess that costs some time where it is wrong: Slicewise itself decides what opens the window. */
    private static StartCache.Use use(String... args) {
        for (String arg : args) {
            if (!new File(arg).isFile()) {
                return StartCache.Use.COMMAND;
            }
        }
        return StartCache.Use.WINDOW;
    }

    private static void startOnAnotherJava(String[] args) throws Exception {
        Optional<Path> java = isStartedByLauncher()
                ? Optional.empty()
                : JavaSearch.ofThisMachine().find(NEEDED);
        if (java.isEmpty()) {
            System.err.println(whatToInstall(Locale.getDefault(), terminal(), System.getProperty("java.version")));
            System.exit(1);
        }
        StartCache cache = new StartCache(jar(), java.get(), use(args));
        System.exit(start(
                cache.isUsable()
                        ? cache.command(passedOn(jvmArguments()), args)
                        : command(java.get(), jvmArguments(), jar(), args)));
    }

    /** One sentence: which Java is missing, and the two ways to mend that; in Korean where the terminal can show it. */
    static String whatToInstall(Locale locale, Charset terminal, String found) {
        String korean = "Slicewise를 실행하려면 Java " + NEEDED + " 이상이 필요합니다(현재 Java " + found
                + "): https://adoptium.net 등에서 설치하거나 SLICEWISE_JAVA_HOME에 설치 경로를 지정하세요.";
        if (locale.getLanguage().equals("ko") && terminal.newEncoder().canEncode(korean)) {
            return korean;
        }
        return "Slicewise needs Java " + NEEDED + " or newer (this is Java " + found
                + "): install it, for example from https://adoptium.net, or set SLICEWISE_JAVA_HOME to where it is.";
    }

    private static Charset terminal() {
        return Charset.forName(
                System.getProperty("native.encoding", Charset.defaultCharset().name()));
    }

    /**
     * The command that starts the jar with another Java.
     *
     * @param java the program {@code java}
     * @param jvmArguments what this JVM was given before {@code -jar}; heap sizes and properties are passed on, flags
     *     that another Java may not know are not
     */
    static List<String> command(Path java, List<String> jvmArguments, Path jar, String... args) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(passedOn(jvmArguments));
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(List.of(args));
        return command;
    }

    private static List<String> passedOn(List<String> jvmArguments) {
        List<String> passedOn = new ArrayList<>();
        for (String argument : jvmArguments) {
            if (argument.startsWith("-D") || argument.startsWith("-Xm") || argument.startsWith("-Xss")) {
                passedOn.add(argument);
            }
        }
        passedOn.add("-D" + LAUNCHER + "=" + ProcessHandle.current().pid());
        return passedOn;
    }

    private static boolean isStartedByLauncher() {
        return System.getProperty(LAUNCHER) != null;
    }

    private static void startHere(String[] args) throws Exception {
        try {
            Class.forName(SLICEWISE).getMethod("main", String[].class).invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception) {
                throw (Exception) e.getCause();
            }
            throw e;
        }
    }

    private static int start(List<String> command) throws IOException, InterruptedException {
        Process slicewise = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(slicewise::destroy));
        return slicewise.waitFor();
    }

    /** What this JVM was given before {@code -jar}: where the system says so, without loading Java's management. */
    private static List<String> jvmArguments() {
        Optional<String[]> process = ProcessHandle.current().info().arguments();
        List<String> given = process.isPresent() ? List.of(process.get()) : List.of();
        int jar = given.indexOf("-jar");
        return jar >= 0
                ? given.subList(0, jar)
                : ManagementFactory.getRuntimeMXBean().getInputArguments();
    }

    private static Path jar() throws Exception {
        return Path.of(Launcher.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }
}
