package io.slicewise.cli;

import io.slicewise.promql.query.Limit;
import io.slicewise.text.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What can be written on the command line, described in one language. */
final class Commands {
    static final String NAME = "slicewise";

    /** Columns of the help, and of what stands behind an option. */
    private static final int WIDTH = 100;

    private static final int COLUMN = 70;

    static final String AVERAGES = "averages";
    static final String LAYOUTS = "layouts";
    static final String CATALOG = "catalog";
    static final String REPORT = "report";
    static final String QUERIES = "queries";
    static final String CHECK = "check";
    static final String WATCH = "watch";
    static final String PLAN = "plan";
    static final String MOVES = "moves";
    static final String CHANGE = "change";
    static final String FITS = "fits";
    static final String COST = "cost";
    static final String POWER = "power";
    static final String SIZE = "size";
    static final String FORECAST = "forecast";
    static final String SEEK = "seek";
    static final String REPLAY = "replay";
    static final String COMPLETION = "completion";
    static final String MANUAL = "manual";

    static final String JSON = "--json";
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
    static final String LAYOUT = "--layout";
    static final String SIZES = "--sizes";

    /**
     * Makes the lists that picocli puts values into. Its own one, which makes anything, first looks for Groovy in every
     * library, and to open them all takes a process that is new as long as half of a short call.
     */
    private static final CommandLine.IFactory FACTORY = new CommandLine.IFactory() {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type == List.class
                    ? type.cast(new ArrayList<>())
                    : CommandLine.defaultFactory().create(type);
        }
    };

    private final Messages words;
    private final boolean described;

    private Commands(Messages words, boolean described) {
        this.words = words;
        this.described = described;
    }

    /** All commands with what help says about them. */
    static CommandLine in(Messages words) {
        Commands commands = new Commands(words, true);
        return line(commands.root(commands.all()));
    }

    /**
     * What it takes to understand these arguments: the command that they begin with, else all of them, and nothing of
     * what help would say. A process that is new takes longer to describe twenty commands than to carry one out.
     */
    static CommandLine understanding(Messages words, String... args) {
        Commands commands = new Commands(words, false);
        Map<String, Supplier<CommandSpec>> all = commands.all();
        String called = args.length > 0 ? args[0] : "";
        Supplier<CommandSpec> command = all.get(called);
        return line(commands.root(command == null ? all : Map.of(called, command)));
    }

    private static CommandLine line(CommandSpec root) {
        CommandLine line = new CommandLine(root, FACTORY);
        line.setUsageHelpWidth(WIDTH);
        line.setExpandAtFiles(false);
        return line;
    }

    private CommandSpec root(Map<String, Supplier<CommandSpec>> commands) {
        CommandSpec spec = command(NAME, "cli.help.root")
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description(wrapped("cli.help.version"))
                        .build());
        commands.forEach((name, command) -> spec.addSubcommand(name, new CommandLine(command.get(), FACTORY)));
        spec.usageMessage().commandListHeading("%n" + say("cli.help.commands") + "%n");
        return spec;
    }

    /** In the order in which help lists them. */
    private Map<String, Supplier<CommandSpec>> all() {
        Map<String, Supplier<CommandSpec>> all = new LinkedHashMap<>();
        all.put(AVERAGES, this::averages);
        all.put(WATCH, this::watch);
        all.put(LAYOUTS, this::layouts);
        all.put(CATALOG, this::catalog);
        all.put(REPORT, this::report);
        all.put(QUERIES, this::queries);
        all.put(CHECK, this::check);
        all.put(PLAN, this::plan);
        all.put(MOVES, this::moves);
        all.put(CHANGE, this::change);
        all.put(FITS, this::fits);
        new WorthCommands(this).addTo(all);
        all.put(COMPLETION, this::completion);
        all.put(MANUAL, () -> command(MANUAL, "cli.help.manual"));
        return all;
    }

    private CommandSpec averages() {
        CommandSpec spec = inputs(command(AVERAGES, "cli.help.averages"), false)
                .addOption(flag(JSON, "cli.help.json"))
                .addOption(string(METRIC, "engine|sm|tensor|bandwidth|memory", "cli.help.metric"))
                .addOption(flag(ALL_GPUS, "cli.help.allGpus"))
                .addOption(string(PROMETHEUS, "URL", "cli.help.prometheus"))
                .addOption(string(AT, "TIME", "cli.help.at"))
                .addOption(string(FROM, "TIME", "cli.help.from"))
                .addOption(string(TO, "TIME", "cli.help.to"))
                .addOption(string(STEP, "LENGTH", "cli.help.step"));
        return server(spec);
    }

    private CommandSpec report() {
        return inputs(command(REPORT, "cli.help.report"), true)
                .addOption(string(METRIC, "engine|sm|tensor|bandwidth|memory", "cli.help.metric"))
                .addOption(flag(ALL_GPUS, "cli.help.allGpus"))
                .addOption(string(AT, "TIME", "cli.help.moment"))
                .addOption(string(TEMPLATE, "TEMPLATE", "cli.help.template"))
                .addOption(string(FORMAT, "FORMAT,…", "cli.help.format"))
                .addOption(string(AUDIENCE, "manager|engineer|operator", "cli.help.audience"))
                .addOption(string(TITLE, "TEXT", "cli.help.title"))
                .addOption(string(AUTHOR, "TEXT", "cli.help.author"))
                .addOption(string(LOGO, "PICTURE", "cli.help.logo"))
                .addOption(string(SLIDES, "FILE", "cli.help.slides"))
                .addOption(string(DATE, "DATE", "cli.help.date"))
                .addOption(string(ALERT, "PERCENT", "cli.help.alert"))
                .addOption(string(OUT, "FOLDER", "cli.help.out"));
    }

    /**
     * Files, and what exports do not tell themselves.
     *
     * @param required whether there must be at least one
     */
    private CommandSpec inputs(CommandSpec spec, boolean required) {
        return figures(spec.addPositional(strings("FILE", "0..*", required, "cli.help.files"))
                .addOption(strings(MAP, "COLUMN=GPU/INSTANCE/PROFILE", "cli.help.map"))
                .addOption(string(CONFIG, "NAME", "cli.help.config")));
    }

    private CommandSpec watch() {
        CommandSpec spec = command(WATCH, "cli.help.watch")
                .addPositional(strings("URL", "0", true, "cli.help.url"))
                .addOption(string(INTERVAL, "LENGTH", "cli.help.interval"))
                .addOption(string(COUNT, "NUMBER", "cli.help.count"));
        return server(figures(spec));
    }

    /** What figures depend on. */
    private CommandSpec figures(CommandSpec spec) {
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

    private CommandSpec layouts() {
        return command(LAYOUTS, "cli.help.layouts")
                .addPositional(strings("MODEL", "0", true, "cli.help.layoutsModel"))
                .addOption(flag(MAXIMAL, "cli.help.maximal"))
                .addOption(flag(ALL, "cli.help.all"))
                .addOption(flag(JSON, "cli.help.json"));
    }

    private CommandSpec catalog() {
        return command(CATALOG, "cli.help.catalog")
                .addPositional(strings("MODEL", "0", false, "cli.help.catalogModel"))
                .addOption(string(ADD, "FILE", "cli.help.add"))
                .addOption(string(GPU_NAME, "NAME", "cli.help.gpuName"))
                .addOption(flag(JSON, "cli.help.json"));
    }

    private CommandSpec queries() {
        CommandSpec spec = figures(command(QUERIES, "promql.cli.help.queries"))
                .addPositional(strings("FILE", "0..*", false, "promql.cli.help.queriesFiles"))
                .addOption(string(OUT, "DIR", "promql.cli.help.out"))
                .addOption(strings(MAP, "COLUMN=GPU/INSTANCE/PROFILE", "cli.help.map"))
                .addOption(string(CONFIG, "NAME", "cli.help.config"))
                .addOption(string(METRIC, "engine|sm|tensor|bandwidth,old|new|both", "promql.cli.help.metric"))
                .addOption(flag(LOWER_CASE, "promql.cli.help.lowerCase"))
                .addOption(flag(PERCENT, "promql.cli.help.percent"))
                .addOption(strings(MATCH, "LABEL=VALUE", "promql.cli.help.match"))
                .addOption(strings(BY, "LABEL", "promql.cli.help.by"))
                .addOption(strings(LABEL, "DCGM=THERE", "promql.cli.help.label"))
                .addOption(strings(RULE_LABEL, "NAME=VALUE", "promql.cli.help.ruleLabel"))
                .addOption(string(RUNBOOK, "URL", "promql.cli.help.runbook"))
                .addOption(flag(INLINE, "promql.cli.help.inline"));
        for (Limit limit : Limit.values()) {
            String label = limit.unit() == Limit.Unit.PERCENT ? "PERCENT" : "LENGTH";
            spec.addOption(string(AlertLimits.option(limit), label, "promql.cli.help.limit." + limit.id()));
        }
        return spec;
    }

    private CommandSpec check() {
        return figures(command(CHECK, "promql.cli.help.check"))
                .addPositional(strings("FILE", "0..*", true, "promql.cli.help.checkFiles"))
                .addOption(flag(JSON, "promql.cli.help.checkJson"))
                .addOption(strings(FOR, "FILE", "promql.cli.help.for"))
                .addOption(flag(FIX, "promql.cli.help.fix"))
                .addOption(flag(FAIL, "promql.cli.help.fail"));
    }

    private CommandSpec plan() {
        CommandSpec spec = command(PLAN, "plan.help.plan")
                .addPositional(strings("DEMAND|FILE", "0..*", true, "plan.help.files"))
                .addOption(strings(OFFER, "MODEL[=PRICE][,…]", "plan.help.offer"))
                .addOption(string(OBSERVED, "p95", "plan.help.observed"))
                .addOption(strings(MATCH, "WHAT=VALUE", "plan.help.match"))
                .addOption(string(INTO, "FILE", "plan.help.into"))
                .addOption(strings(PIN, "WHAT=VALUE", "moves.help.pin"))
                .addOption(string(TARGET, "RATIO", "plan.help.target"))
                .addOption(string(BASIS, "slices|sms", "plan.help.basis"))
                .addOption(string(GROW, "PERCENT", "plan.help.grow"))
                .addOption(string(SPARE, "0|1", "plan.help.spare"))
                .addOption(string(BUDGET, "AMOUNT", "plan.help.budget"))
                .addOption(string(WATTS, "WATTS", "plan.help.watts"))
                .addOption(flag(TEAM_OWN, "plan.help.teamOwn"))
                .addOption(flag(JSON, "cli.help.json"))
                .addOption(string(OUT, "DIR", "plan.help.out"))
                .addOption(strings(MODEL, "MODEL", "cli.help.model"))
                .addOption(string(UNIT, "ratio|percent", "cli.help.unit"))
                .addOption(strings(MAP, "COLUMN=GPU/INSTANCE/PROFILE", "cli.help.map"))
                .addOption(string(CONFIG, "NAME", "cli.help.config"));
        return planning(spec);
    }

    private CommandSpec moves() {
        return planning(opened(command(MOVES, "moves.help.moves")
                .addPositional(strings("FILE", "0..*", true, "cli.help.files"))
                .addOption(string(FREE, "PROFILE[,PROFILE…]", "moves.help.free"))
                .addOption(string(ON, "GPU", "moves.help.on"))
                .addOption(flag(NEW_FIRST, "moves.help.newFirst"))
                .addOption(strings(PIN, "WHAT=VALUE", "moves.help.pin"))
                .addOption(string(COMMANDS, "nvidia-smi|mig-parted|label", "moves.help.commands"))));
    }

    private CommandSpec change() {
        return planning(opened(command(CHANGE, "moves.help.change")
                .addPositional(strings("BEFORE AFTER", "0..*", true, "moves.help.files"))
                .addOption(string(COMMANDS, "nvidia-smi|mig-parted|label", "moves.help.commands"))));
    }

    private CommandSpec fits() {
        return opened(command(FITS, "moves.help.fits")
                .addPositional(strings("FILE", "0..*", true, "cli.help.files"))
                .addOption(string(ON, "GPU|HOST", "moves.help.fitsOn"))
                .addOption(strings(PIN, "WHAT=VALUE", "moves.help.pin")));
    }

    /** What exports do not tell themselves, and the choice between a table and JSON. */
    CommandSpec opened(CommandSpec spec) {
        return spec.addOption(flag(JSON, "cli.help.json"))
                .addOption(strings(MODEL, "MODEL", "cli.help.model"))
                .addOption(string(UNIT, "ratio|percent", "cli.help.unit"))
                .addOption(strings(MAP, "COLUMN=GPU/INSTANCE/PROFILE", "cli.help.map"))
                .addOption(string(CONFIG, "NAME", "cli.help.config"));
    }

    private CommandSpec planning(CommandSpec spec) {
        return mayRefuse(spec, "plan.help.exit0");
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

    private CommandSpec completion() {
        return command(COMPLETION, "cli.help.completion")
                .addPositional(strings("bash|zsh", "0", true, "cli.help.completionShell"));
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
    private String wrapped(String key) {
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
    private String say(String key) {
        return described ? words.say(key).replace("%", "%%") : "";
    }
}
