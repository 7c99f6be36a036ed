package org.trialseal.app.ui.trail;

import java.io.IOException;

/** Puts drawings on something else than the window. Belongs to the interface thread. */
interface Painter {
    /** A drawing as PNG, twice its size, in the colours of the light theme. */
    byte[] png(Drawing drawing) throws IOException;

    /**
     * Lets choose a printer and prints the drawing on one page.
     *
     * @return whether there is a printer at all
     */
    boolean print(Drawing drawing);
}
