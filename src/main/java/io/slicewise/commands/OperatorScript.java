package io.slicewise.commands;

import io.slicewise.planning.change.FleetChange;
import io.slicewise.planning.change.GpuChange;
import io.slicewise.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A script for bash that has the GPU operator change the nodes by its label: cordon, drain, label, wait, uncordon. Without
 * {@code --run} it shows what it would do. The label names a configuration of {@link MigPartedFile}, which has to be in the
 * operator's ConfigMap before.
 */
public final class OperatorScript {
    private static final String FUNCTIONS = """
        set -euo pipefail
        run=false
        if [ "${1:-}" = --run ]; then run=true; elif [ $# -gt 0 ]; then printf 'bash %s [--run]\\n' "$0" >&2; exit 2; fi
        step() {
          printf '+ %s\\n' "$*"
          if $run; then "$@"; fi
        }
        state() {
          kubectl get node "$1" -o 'jsonpath={.metadata.labels.nvidia\\.com/mig\\.config\\.state}'
        }
        settled() {
          if ! $run; then printf '+ nvidia.com/mig.config.state=success\\n'; return; fi
          sleep 5
          for _ in $(seq 120); do
            case "$(state "$1")" in
              success) return ;;
              failed) break ;;
            esac
            sleep 5
          done
          printf '%s %s\\n' MESSAGE "$1" >&2
          exit 1
        }
        change() {
          step kubectl cordon "$1"
          step kubectl drain "$1" --ignore-daemonsets --delete-emptydir-data --timeout=15m
          step kubectl label node "$1" "nvidia.com/mig.config=$2" --overwrite
          settled "$1"
          step kubectl uncordon "$1"
        }
        """;

    private OperatorScript() {}

    /** The script for a change; a node for each host on which something changes. */
    public static String of(FleetChange change, Messages words) {
        List<String> lines = new ArrayList<>();
        lines.add("#!/usr/bin/env bash");
        lines.add("# " + Shell.oneLine(words.say("commands.label.title")));
        lines.add("# " + Shell.oneLine(words.say("commands.label.drain")));
        lines.add("# " + Shell.oneLine(words.say("commands.label.gap")));
        lines.add(FUNCTIONS
                .replace("MESSAGE", Shell.quoted(words.say("commands.label.failed")))
                .stripTrailing());
        for (Map.Entry<String, List<GpuChange>> host : Devices.byHost(change).entrySet()) {
            if (host.getValue().stream().anyMatch(gpu -> !gpu.isNothing())) {
                lines.add("change " + (host.getKey().isEmpty() ? "\"${NODE:?}\"" : Shell.quoted(host.getKey())) + " "
                        + MigPartedFile.config(host.getKey()));
            }
        }
        return String.join("\n", lines) + "\n";
    }
}
