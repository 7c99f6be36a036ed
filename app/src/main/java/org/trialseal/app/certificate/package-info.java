/**
 * The certificate: one page of plain words about a verification or a seal, as a PDF whose bytes depend on nothing but what it
 * says. It judges nothing and proves nothing. It may use {@code story}, {@code words}, {@code work} and the core, and
 * neither the command line nor the desktop; nothing else writes PDF.
 */
@NullMarked
package org.trialseal.app.certificate;

import org.jspecify.annotations.NullMarked;
