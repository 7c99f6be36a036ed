/**
 * Tells a verification in the words of a language: one sentence, the checks as questions and answers, what each rests on,
 * and what is not proven. It judges nothing. It uses {@code work} and {@code words}, and neither the command line nor the
 * desktop.
 */
@NullMarked
package org.trialseal.app.story;

import org.jspecify.annotations.NullMarked;
