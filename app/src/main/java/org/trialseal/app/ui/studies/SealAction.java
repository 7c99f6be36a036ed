package org.trialseal.app.ui.studies;

import java.util.function.Consumer;
import org.trialseal.app.work.study.KeptStudy.KeptSeal;

/**
 * Something that can be done with a seal, offered as a button below it.
 *
 * @param id the button of seal 2 has the id {@code <id>-2}
 * @param text the button's words
 * @param action what pressing it does
 */
public record SealAction(String id, String text, Consumer<KeptSeal> action) {}
