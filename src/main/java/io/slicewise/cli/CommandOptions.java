package io.slicewise.cli;

import io.slicewise.text.Messages;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The options of all commands: their names, and how commands describe them in one language. */
final class CommandOptions {
    /** Width of what stands behind an option in the help. */
    private static final int COLUMN = 70;

    static final String JSON = "--json";
    static final String CSV = "--csv";
    static final String FIX = "--fix";
    static final String ALL_GPUS = "--all-gpus";
    static final String BASIS = "--basis";
    static final String MODEL = "--model";
    static final String UNIT = "--unit";
    static final String MAP = "--map";
    static final String CONFIG = "--config";
    static final String FROM = "--from";
    static final String TO = "--to";
    static final String ALL = "--all";
    static final String MAXIMAL = "--maximal";
    static final String ADD = "--add";
    static final String GPU_NAME = "--name";
    static final String LANGUAGE = "--lang";
    static final String TEMPLATE = "--template";
    static final String FORMAT = "--format";
    static final String AUDIENCE = "--audience";
    static final String TITLE = "--title";
    static final String AUTHOR = "--author";
    static final String LOGO = "--logo";
    static final String SLIDES = "--pptx-template";
    static final String DATE = "--date";
    static final String ALERT = "--alert";
    static final String OUT = "--out";

    static final String METRIC = "--metric";
    static final String LOWER_CASE = "--lower-case";
    static final String PERCENT = "--percent";
    static final String MATCH = "--match";
    static final String INTO = "--into";
    static final String COMPARE = "--compare";
    static final String BY = "--by";
    static final String LABEL = "--label";
    static final String RULE_LABEL = "--rule-label";
    static final String RUNBOOK = "--runbook";
    static final String INLINE = "--inline";
    static final String FOR = "--for";
    static final String FAIL = "--fail";
    static final String PROMETHEUS = "--prometheus";
    static final String AT = "--at";
    static final String STEP = "--step";
    static final String USER = "--user";
    static final String PASSWORD_FILE = "--password-file";
    static final String BEARER_FILE = "--bearer-file";
    static final String HEADER = "--header";
    static final String TENANT = "--tenant";
    static final String PLAIN_HTTP = "--plain-http";
    static final String CA = "--ca";
    static final String CERT = "--cert";
    static final String KEY = "--key";
    static final String CERT_PASSWORD_FILE = "--cert-password-file";
    static final String PROXY = "--proxy";
    static final String TIMEOUT = "--timeout";
    static final String SUMS = "--sums";
    static final String SERIES = "--series";
    static final String INTERVAL = "--interval";
    static final String COUNT = "--count";

    static final String OFFER = "--offer";
    static final String OBSERVED = "--observed";
    static final String TARGET = "--target";
    static final String GROW = "--grow";
    static final String SPARE = "--spare";
    static final String BUDGET = "--budget";
    static final String WATTS = "--watts";
    static final String TEAM_OWN = "--team-own";

    static final String FREE = "--free";
    static final String ON = "--on";
    static final String NEW_FIRST = "--new-first";
    static final String PIN = "--pin";
    static final String COMMANDS = "--commands";

    static final String RATE = "--rate";
    static final String RULE = "--rule";
    static final String SPREAD = "--spread";
    static final String HOURS = "--hours";
    static final String IDLE = "--idle";
    static final String MAX = "--max";
    static final String PUE = "--pue";
    static final String PRICE = "--price";
    static final String QUANTILE = "--quantile";
    static final String MARGIN = "--margin";
    static final String FULL = "--full";
    static final String CAPACITY = "--capacity";
    static final String SLICES = "--slices";
    static final String REQUESTED = "--requested";
    static final String GOAL = "--goal";
    static final String VARY = "--vary";
    static final String COUNT_AT = "--count-at";
    static final String LAYOUT = "--layout";
    static final String SIZES = "--sizes";

    /**
     * Makes the lists that picocli puts values into. Its own one, which makes anything, first looks for Groovy in every
     * library, and to open them all takes a process that is new as long as half of a short call.
     */
    static final CommandLine.IFactory FACTORY = new CommandLine.IFactory() {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type == List.class
                    ? type.cast(new ArrayList<>())
                    : CommandLine.defaultFactory().create(type);
        }
    };

    private final Messages words;
    private final boolean described;

    /**
     * @param words the words of what help says
     * @param described whether help says anything; to understand what was written takes names alone
     */
    CommandOptions(Messages words, boolean described) {
        this.words = words;
        this.described = described;
    }

    /**
     * Files, and what exports do not tell themselves.
     *
     * @param required whether there must be at least one
     */
    CommandSpec inputs(CommandSpec spec, boolean required) {
        return figures(spec.addPositional(strings("FILE", "0..*", required, "cli.help.files"))
                .addOption(strings(MAP, "COLUMN=GPU/INSTANCE/PROFILE", "cli.help.map"))
                .addOption(string(CONFIG, "NAME", "cli.help.config")));
    }

    /** What figures depend on. */
    CommandSpec figures(CommandSpec spec) {
        return spec.addOption(string(BASIS, "BASIS", "cli.help.basis"))
                .addOption(strings(MODEL, "MODEL", "cli.help.model"))
                .addOption(string(UNIT, "ratio|percent", "cli.help.unit"));
    }

    /** The way to a server. */
    CommandSpec server(CommandSpec spec) {
        return spec.addOption(string(USER, "NAME", "cli.help.user"))
                .addOption(string(PASSWORD_FILE, "FILE", "cli.help.passwordFile"))
                .addOption(string(BEARER_FILE, "FILE", "cli.help.bearerFile"))
                .addOption(strings(HEADER, "NAME:VALUE", "cli.help.header"))
                .addOption(string(TENANT, "NAME", "cli.help.tenant"))
                .addOption(flag(PLAIN_HTTP, "cli.help.plainHttp"))
                .addOption(string(CA, "FILE", "cli.help.ca"))
                .addOption(string(CERT, "FILE", "cli.help.cert"))
                .addOption(string(KEY, "FILE", "cli.help.key"))
                .addOption(string(CERT_PASSWORD_FILE, "FILE", "cli.help.certPasswordFile"))
                .addOption(string(PROXY, "HOST:PORT", "cli.help.proxy"))
                .addOption(string(TIMEOUT, "LENGTH", "cli.help.timeout"))
                .addOption(flag(SUMS, "cli.help.sums"))
                .addOption(flag(SERIES, "cli.help.series"))
                .addOption(string(BY, "host|gpu", "cli.help.by"));
    }

    /** What exports do not tell themselves, and the choice between a table and JSON. */
    CommandSpec opened(CommandSpec spec) {
        return spec.addOption(flag(JSON, "cli.help.json"))
                .addOption(strings(MODEL, "MODEL", "cli.help.model"))
                .addOption(string(UNIT, "ratio|percent", "cli.help.unit"))
                .addOption(strings(MAP, "COLUMN=GPU/INSTANCE/PROFILE", "cli.help.map"))
                .addOption(string(CONFIG, "NAME", "cli.help.config"));
    }

    /** A command that plans, and so may be asked for the impossible. */
    CommandSpec planning(CommandSpec spec) {
        return mayRefuse(spec, "plan.help.exit0");
    }

    /** A command that says what hardware is worth, from files. */
    CommandSpec worth(String name, String description) {
        return mayRefuse(
                opened(command(name, description).addPositional(strings("FILE", "0..*", true, "cli.help.files"))),
                "worth.help.exit0");
    }

    /** What decides which size an instance needs. */
    CommandSpec sizing(CommandSpec spec) {
        return spec.addOption(string(QUANTILE, "RATIO", "worth.help.quantile"))
                .addOption(string(TARGET, "RATIO", "worth.help.target"))
                .addOption(string(MARGIN, "RATIO", "worth.help.margin"))
                .addOption(strings(FULL, "PROFILE=RATIO", "worth.help.full"));
    }

    /**
     * A command that may be asked for the impossible.
     *
     * @param answered what it means that there is an answer
     */
    CommandSpec mayRefuse(CommandSpec spec, String answered) {
        spec.usageMessage()
                .exitCodeList(CommandLine.Model.UsageMessageSpec.keyValuesMap(
                        "0:" + say(answered),
                        "1:" + say("plan.help.exit1"),
                        "2:" + say("cli.help.exit2"),
                        "3:" + say("plan.help.exit3")));
        return spec;
    }

    CommandSpec command(String name, String description) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(null, FACTORY).name(name);
        spec.usageMessage()
                .description(wrapped(description))
                .synopsisHeading(say("cli.help.usage") + " ")
                .synopsisSubcommandLabel("COMMAND")
                .parameterListHeading("%n" + say("cli.help.parameters") + "%n")
                .optionListHeading("%n" + say("cli.help.options") + "%n")
                .exitCodeListHeading("%n" + say("cli.help.exitCodes") + "%n")
                .exitCodeList(CommandLine.Model.UsageMessageSpec.keyValuesMap(
                        "0:" + say("cli.help.exit0"), "1:" + say("cli.help.exit1"), "2:" + say("cli.help.exit2")))
                .adjustLineBreaksForWideCJKCharacters(true);
        return spec.addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description(wrapped("cli.help.help"))
                        .build())
                .addOption(string(LANGUAGE, "ko|en", "cli.help.lang"));
    }

    OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .arity("0")
                .type(boolean.class)
                .description(wrapped(description))
                .build();
    }

    OptionSpec string(String name, String label, String description) {
        return OptionSpec.builder(name)
                .arity("1")
                .type(String.class)
                .paramLabel(label)
                .description(wrapped(description))
                .build();
    }

    /** An option that can be given several times. */
    OptionSpec strings(String name, String label, String description) {
        return OptionSpec.builder(name)
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .description(wrapped(description))
                .build();
    }

    PositionalParamSpec strings(String label, String index, boolean required, String description) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .index(index)
                .required(required)
                .arity(required ? "1" : "0..1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(wrapped(description))
                .build();
    }

    /**
     * Words that break at spaces alone, as Korean is read on a terminal: picocli would break between any two syllables.
     * Short enough for the column that stands behind the names of options and commands.
     */
    String wrapped(String key) {
        if (!described) {
            return "";
        }
        StringBuilder lines = new StringBuilder();
        int taken = 0;
        for (String word : words.say(key).split(" ")) {
            int width = TextTable.width(word);
            if (taken > 0) {
                boolean fits = taken + 1 + width <= COLUMN;
                lines.append(fits ? " " : "%n");
                taken = fits ? taken + 1 : 0;
            }
            lines.append(word.replace("%", "%%"));
            taken += width;
        }
        return lines.toString();
    }

    /** Words for picocli, which takes a percent sign for a format. */
    String say(String key) {
        return described ? words.say(key).replace("%", "%%") : "";
    }
}
