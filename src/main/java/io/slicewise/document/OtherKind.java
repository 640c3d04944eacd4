package io.slicewise.document;

import io.slicewise.snapshot.Beginning;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people paste that has no GPU instances in it, by what it begins with or has in a line. Each says what it is, and where
 * the instances are instead.
 */
enum OtherKind {
    // what a format would take for its own stands first: a word of it is in there, and no instance
    DESCRIBED_POD("describedPod", true, "\\AName:[ \\t]+\\S+[ \\t]*\\RNamespace:[ \\t]+\\S+"),
    JOB_SCRIPT("jobScript", true, "\\A#!(?s:.{0,4000}?)^#(?:SBATCH|PBS|BSUB|\\$) "),
    KUBERNETES_OBJECT(
            "kubernetesObject",
            true,
            "\\A(?:---\\s+)?apiVersion:(?s:(?!^kind:).){0,4000}?^kind:[ \\t]*"
                    + "(?:Pod|Deployment|Job|CronJob|StatefulSet|DaemonSet|ReplicaSet|Service|Namespace|Secret"
                    + "|ResourceClaim|ResourceClaimTemplate|DeviceClass|ResourceQuota"
                    + "|ClusterPolicy|ServiceMonitor|PodMonitor)[ \\t]*$"),
    RULES(
            "rules",
            true,
            "\\A(?:---\\s+)?(?:groups:[ \\t]*$"
                    + "|apiVersion:(?s:.){0,4000}?^kind:[ \\t]*(?:PrometheusRule|GrafanaDashboard)[ \\t]*$)"),
    ANSWER_OF_A_PROXY(
            "proxyAnswer",
            true,
            "\\A\\{(?![^{}]*\"status\"\\s*:\\s*\"(?:error|success)\")"
                    + "[^{}\\[\\]]*\"(?:message|error)\"\\s*:[^{}\\[\\]]*\\}\\s*\\z"),
    COMMAND_FAILED(
            "commandFailed",
            false,
            "^(?:NVIDIA-SMI has failed|No devices were found|Failed to initialize NVML"
                    + "|Insufficient Permissions|Unable to determine the device"
                    + "|Error from server|The connection to the server"
                    + "|.{0,80}: (?:command not found|Permission denied|No such file or directory)$"
                    + "|slurm_load_\\w+ error|Error: unable to establish a connection)"),
    TOPOLOGY("topology", false, "^[ \\t]*GPU0[ \\t]+.*\\bCPU Affinity\\b"),
    JOBS("jobs", false, "^[ \\t]*(?:JOBID[ \\t]+PARTITION\\b|JobID[ \\t]+JobName\\b|JobId=\\d+ )"),
    PARTITIONS("partitions", false, "^[ \\t]*(?:PARTITION[ \\t]+AVAIL|NODELIST[ \\t]+NODES)\\b"),
    DCGMI("dcgmi", false, "^[ \\t]*(?:Usage: dcgmi\\b|\\d+ GPUs? found\\.)"),
    SMI_HELP("smiHelp", false, "^NVIDIA System Management Interface\\b"),
    KUBECTL_TABLE(
            "kubectlTable",
            false,
            "^(?:NAMESPACE[ \\t]+)?NAME[ \\t]+(?:STATUS|READY|TYPE|AGE|DESIRED|DATA|COMPLETIONS|CPU\\(cores\\)|CPU%)"),
    HELM("helm", false, "^NAME: \\S+\\s+^LAST DEPLOYED: |^NAME[ \\t]+NAMESPACE[ \\t]+REVISION\\b"),
    GPUSTAT("gpustat", false, "^\\[\\d{1,2}\\] .{1,80}\\|.{0,20}'C"),
    DEVICES("devices", false, "^[0-9a-f:.]{5,12} (?:3D|VGA compatible) controller\\b"),
    ENVIRONMENT("environment", false, "^(?:export )?(?:CUDA|NVIDIA)_VISIBLE_DEVICES="),
    SCRAPE_CONFIGURATION("scrapeConfiguration", false, "^scrape_configs:[ \\t]*$"),
    SCRIPT("script", false, "\\A(?:#!|import \\w|from \\w+ import )"),
    YAML(
            "yaml",
            false,
            "\\A(?:---\\s+)?[\\w.-]{1,60}:(?:[ \\t]+\\S.*)?\\R"
                    + "(?:[ \\t-]+\\S.*|[\\w.-]{1,60}:(?:[ \\t].*)?)(?:\\R|\\z)"),
    TABLE(
            "table",
            false,
            "\\A[^\\n,;]{1,60}(?:,[^\\n,]{0,60}){1,40}\\R[^\\n,]{0,200}(?:,[^\\n,]{0,200}){1,40}(?:\\R|\\z)");

    private final String looksLike;
    private final boolean certain;
    private final Pattern pattern;

    OtherKind(String looksLike, boolean certain, String pattern) {
        this.looksLike = looksLike;
        this.certain = certain;
        this.pattern = Pattern.compile(pattern, Pattern.MULTILINE);
    }

    /** The end of the message key {@code document.looksLike.…} that says what it is and what to do. */
    String looksLike() {
        return looksLike;
    }

    /** Of a text that no format takes. */
    static Optional<OtherKind> of(Beginning beginning) {
        return first(beginning, false);
    }

    /** Whether it is one of these even where a format finds its own words in it. */
    static Optional<OtherKind> certain(Beginning beginning) {
        return first(beginning, true);
    }

    private static Optional<OtherKind> first(Beginning beginning, boolean certainOnly) {
        for (OtherKind kind : values()) {
            if ((kind.certain || !certainOnly)
                    && kind.pattern.matcher(beginning.text()).find()) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
