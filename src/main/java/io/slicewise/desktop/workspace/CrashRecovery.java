package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.words.Words;
import io.slicewise.mig.Catalogue;
import io.slicewise.text.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Work that a crash left behind, at the next start.
 *
 * @param disk where files are written and taken away, one at a time and in order
 * @param onFailure is told, on any thread, when a file could not be taken over or away
 */
record CrashRecovery(
        Autosave autosave,
        Workspace workspace,
        Dialogs dialogs,
        Words words,
        Background background,
        Executor disk,
        Consumer<IOException> onFailure) {
    /** Looks for it, and offers it once no other question is open. */
    void offer(Catalogue catalogue) {
        background.start(
                _ -> autosave.leftBehind(catalogue), found -> workspace.turns().take(() -> offer(found)));
    }

    /** Offers what a crash left behind; only what a person does not want is taken away. */
    private void offer(Autosave.Found found) {
        if (!found.problems().isEmpty()) {
            dialogs.tell(Text.of("desktop.recover.unreadable"), Dialogs.said(found.problems()));
        }
        List<Autosave.Left> left = found.work();
        if (left.isEmpty()) {
            return;
        }
        Dialogs.Recovery answer = dialogs.askRecovery(left.stream()
                .map(work -> work.content().scenario().name().in(words.language()))
                .toList());
        switch (answer) {
            case OPEN -> background.start(_ -> claimed(left), works -> works.forEach(workspace::recover));
            case REMOVE -> left.forEach(work -> disk.execute(() -> forget(work)));
            case LATER -> {
                // it stays where it is, and the next start asks again
            }
        }
    }

    /** What no other process has taken meanwhile; what cannot be taken over is opened all the same. */
    private List<Autosave.Left> claimed(List<Autosave.Left> left) {
        List<Autosave.Left> claimed = new ArrayList<>();
        for (Autosave.Left work : left) {
            try {
                Autosave.Left mine = autosave.claim(work);
                if (mine != null) {
                    claimed.add(mine);
                }
            } catch (IOException e) {
                onFailure.accept(e);
                claimed.add(work);
            }
        }
        return claimed;
    }

    private void forget(Autosave.Left work) {
        try {
            autosave.forget(work.key());
        } catch (IOException e) {
            onFailure.accept(e);
        }
    }
}
