package io.slicewise.commands;

import io.slicewise.fleet.Instance;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.planning.change.FleetChange;
import io.slicewise.planning.change.GpuChange;
import io.slicewise.planning.change.Step;
import io.slicewise.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A script for bash that changes the layouts with {@code nvidia-smi}. Without {@code --run} it shows what it would do and
 * changes nothing. It looks up the ids of GPU instances itself, by profile and start, since a start is no id; it looks for
 * everything that is to go before it touches anything, and ends at the first error. Each host has its part.
 */
public final class NvidiaSmiScript {
    private static final String FUNCTIONS = """
        set -euo pipefail
        run=false
        host=$(hostname -s)
        while [ $# -gt 0 ]; do
          case "$1" in
            --run) run=true ;;
            --host) host=${2:?--host NAME}; shift ;;
            *) printf 'bash %s [--host NAME] [--run]\\n' "$0" >&2; exit 2 ;;
          esac
          shift
        done
        step() {
          printf '+ %s\\n' "$*"
          if $run; then "$@"; fi
        }
        # GPU PROFILE START
        gi() {
          nvidia-smi mig -i "$1" -lgi | awk -v profile="$2" -v start="$3" \\
            'NF > 5 && $NF == "|" && $(NF-3) == profile && split($(NF-1), at, ":") == 2 && at[1] == start { print $(NF-2) }'
        }
        # GPU GI
        cis() {
          { nvidia-smi mig -i "$1" -gi "$2" -lci || true; } | awk \\
            'NF > 5 && $NF == "|" && split($(NF-1), at, ":") == 2 { list = list (list == "" ? "" : ",") $(NF-2) } END { print list }'
        }
        present() {
          if [ -z "$(gi "$@")" ]; then
            printf '%s GPU %s, profile %s, start %s\\n' MESSAGE "$@" >&2
            exit 1
          fi
        }
        destroy() {
          present "$@"
          local id ci
          id=$(gi "$@")
          ci=$(cis "$1" "$id")
          if [ -n "$ci" ]; then step nvidia-smi mig -i "$1" -gi "$id" -dci -ci "$ci"; fi
          step nvidia-smi mig -i "$1" -gi "$id" -dgi
        }
        create() {
          step nvidia-smi mig -i "$1" -cgi "$2:$3" -C
        }
        """;

    private final Messages words;
    private final List<String> lines = new ArrayList<>();

    private NvidiaSmiScript(Messages words) {
        this.words = words;
    }

    /** The script for a change. */
    public static String of(FleetChange change, Messages words) {
        NvidiaSmiScript script = new NvidiaSmiScript(words);
        script.write(change);
        return String.join("\n", script.lines) + "\n";
    }

    private void write(FleetChange change) {
        lines.add("#!/usr/bin/env bash");
        comment("", words.say("commands.smi.title", change.drained(), change.created()));
        comment("", words.say("commands.smi.dry"));
        comment("", words.say("commands.smi.untried"));
        lines.add(FUNCTIONS
                .replace("MESSAGE", Shell.quoted(words.say("commands.smi.missing")))
                .stripTrailing());
        Map<String, List<GpuChange>> hosts = Devices.byHost(change);
        boolean isNamed = hosts.keySet().stream().noneMatch(String::isEmpty);
        if (isNamed) {
            lines.add("case \"$host\" in");
        }
        hosts.forEach((host, gpus) -> {
            if (isNamed) {
                lines.add("  " + Shell.quoted(host) + ")");
            } else {
                comment("", words.say("commands.host", host));
            }
            host(gpus);
            if (isNamed) {
                lines.add("    ;;");
            }
        });
        if (isNamed) {
            lines.add("  *)");
            lines.add("    printf '%s %s\\n' " + Shell.quoted(words.say("commands.smi.otherHost")) + " \"$host\" >&2");
            lines.add("    exit 2");
            lines.add("    ;;");
            lines.add("esac");
        }
    }

    private void host(List<GpuChange> gpus) {
        lines.add("    :");
        for (GpuChange change : gpus) {
            for (Instance instance : change.drained()) {
                lines.add("    present " + arguments(change, gpus, instance.placement()));
            }
        }
        for (GpuChange change : gpus) {
            for (Step step : change.steps()) {
                switch (step) {
                    case Step.Stop stop ->
                        comment("    ", words.say("commands.smi.stop", Named.of(stop.instance(), words)));
                    case Step.Destroy destroy ->
                        lines.add("    destroy "
                                + arguments(change, gpus, destroy.instance().placement()));
                    case Step.Create create -> {
                        comment("    ", words.say(Named.reason(create.reason())));
                        lines.add("    create " + arguments(change, gpus, create.placement()));
                    }
                }
            }
        }
    }

    /** GPU, profile and start. */
    private static String arguments(GpuChange change, List<GpuChange> host, Placement placement) {
        Profile profile = placement.profile();
        String id =
                profile.giProfileId() == null ? Shell.quoted(profile.name()) : String.valueOf(profile.giProfileId());
        return Devices.nvidiaSmi(change.before(), host) + " " + id + " " + placement.start();
    }

    private void comment(String indent, String text) {
        lines.add(indent + "# " + Shell.oneLine(text));
    }
}
