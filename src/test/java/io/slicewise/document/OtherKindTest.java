package io.slicewise.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.document.Opened.NotOpened;
import io.slicewise.fleet.Fleets;
import io.slicewise.snapshot.Beginning;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A refusal says what the text seems to be, and where the instances are. */
class OtherKindTest {
    private static String refusal(String text) {
        Opened opened = new Opener(Fleets.CATALOGUE).open("pasted.txt", text.getBytes(StandardCharsets.UTF_8));
        assertInstanceOf(NotOpened.class, opened);
        return Messages.in(Language.ENGLISH).say(opened.problems().getFirst().message());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Name:  train-0\\nNamespace:  ml\\nLabels:  kubernetes.io/x=y\\nLimits:\\n  nvidia.com/mig-1g.10gb: 1  | describe
        #!/bin/bash\\n#SBATCH --gres=gpu:a100_1g.5gb:1\\nsrun x                                           | the script of a job
        apiVersion: v1\\nkind: Pod\\nmetadata:\\n  name: x                                               | a Kubernetes object that is no node
        apiVersion: apps/v1\\nmetadata:\\n  name: x\\nkind: Deployment                                   | a Kubernetes object that is no node
        groups:\\n- name: x\\n  rules: []                                                                | rules or a dashboard
        {"error":"Unauthorized","message":"Unauthorized"}                                                | the error answer of a server
        \\tGPU0\\tGPU1\\tCPU Affinity\\tNUMA Affinity\\nGPU0\\t X \\tNV12\\t0-31\\t0                     | “nvidia-smi topo -m”
        JOBID PARTITION NAME USER ST TIME\\n12 gpu train alice R 1:02                                    | a list of Slurm’s jobs
        PARTITION AVAIL TIMELIMIT NODES\\ngpu* up infinite 2                                             | a list of Slurm’s partitions
        Usage: dcgmi\\n  dcgmi subsystem                                                                 | the help or the list of GPUs of dcgmi
        $ nvidia-smi\\nbash: nvidia-smi: command not found                                               | the error message of a command
        NAME READY STATUS RESTARTS AGE\\ntrain-0 1/1 Running 0 12d                                       | a table of kubectl
        NAME  CPU(cores)  CPU%  MEMORY(bytes)  MEMORY%\\nn1  250m  3%  1200Mi  5%                       | a table of kubectl
        NAME: gpu-operator\\nLAST DEPLOYED: Mon Nov 20\\nSTATUS: deployed                               | what Helm says of a release
        NAME  NAMESPACE  REVISION  UPDATED\\ngpu-operator  gpu-operator  1  2026-11-20                   | what Helm says of a release
        CUDA_VISIBLE_DEVICES=MIG-2f60b1aa-0c1d-5d11-8f4e-6a0b4bd10001                                    | the environment of a job
        services:\\n  web:\\n    image: nginx                                                            | YAML of another kind
        name,score\\nalice,3                                                                             | a table without columns for GPUs
        <html><form><input type="password"></form></html>                                                | the page of a sign-in
        Dear all, please find attached the numbers.                                                      | text of another kind
        """)
    void whatItLooksLikeIsSaid(String text, String expected) {
        String said = refusal(text.replace("\\n", "\n").replace("\\t", "\t"));
        assertTrue(said.startsWith("This looks like ") && said.contains(expected), said);
    }

    @Test
    void nodesAndLayoutsAmongOtherObjectsAreRead() {
        assertEquals(
                0,
                OtherKind.certain(Beginning.of("apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n"
                                .getBytes(StandardCharsets.UTF_8)))
                        .stream()
                        .count());
        assertEquals(
                0,
                OtherKind.certain(Beginning.of("{\"status\":\"error\",\"errorType\":\"x\",\"error\":\"y\"}"
                                .getBytes(StandardCharsets.UTF_8)))
                        .stream()
                        .count());
    }
}
