package org.trialseal.app.ui.part;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The icons of the desktop. An icon never stands alone for something that words must say. */
public enum Icon {
    MARK(Material2MZ.VERIFIED),
    HOME(Material2OutlinedAL.HOME),
    SEAL(Material2OutlinedAL.LOCK),
    VERIFY(Material2OutlinedAL.FACT_CHECK),
    STUDIES(Material2OutlinedAL.FOLDER),
    SETTINGS(Material2OutlinedMZ.SETTINGS),
    SAMPLE(Material2OutlinedMZ.SCIENCE),
    DROP(Material2OutlinedMZ.MOVE_TO_INBOX),
    OFFLINE(Material2OutlinedAL.CLOUD_OFF),
    PASSED(Material2AL.CHECK_CIRCLE),
    FAILED(Material2AL.DISABLED_BY_DEFAULT),
    OPEN(Material2AL.HELP),
    WARNING(Material2MZ.WARNING),
    INFORMATION(Material2AL.INFO),
    CLOSE(Material2AL.CLOSE),
    BACK(Material2AL.ARROW_BACK),
    COPY(Material2OutlinedAL.CONTENT_COPY),
    FILE(Material2OutlinedAL.INSERT_DRIVE_FILE),
    TABLE(Material2OutlinedAL.GRID_ON),
    CHECKED(Material2AL.CHECK_BOX),
    UNCHECKED(Material2AL.CHECK_BOX_OUTLINE_BLANK),
    SHOWN(Material2OutlinedMZ.VISIBILITY),
    HIDDEN(Material2OutlinedMZ.VISIBILITY_OFF),
    EXPANDED(Material2AL.EXPAND_LESS),
    COLLAPSED(Material2AL.EXPAND_MORE),
    PICTURE(Material2OutlinedAL.ACCOUNT_TREE),
    SAVE(Material2OutlinedMZ.SAVE_ALT),
    COMPARE(Material2OutlinedAL.COMPARE_ARROWS),
    PRINT(Material2OutlinedMZ.PRINT),
    ZOOM_IN(Material2AL.ADD),
    ZOOM_OUT(Material2MZ.REMOVE),
    ZOOM_FIT(Material2AL.FULLSCREEN);

    @SuppressWarnings("ImmutableEnumChecker") // the glyphs are enum constants themselves
    private final Ikon glyph;

    Icon(Ikon glyph) {
        this.glyph = glyph;
    }

    /**
     * A new node that shows it.
     *
     * @param size in pixels
     * @param styleClasses colours, such as {@code icon-passed}
     */
    public FontIcon node(int size, String... styleClasses) {
        FontIcon icon = new FontIcon(glyph);
        icon.setIconSize(size);
        // AtlantaFX's sheet has a size for all icons.
        icon.setStyle(icon.getStyle() + "; -fx-icon-size: " + size + "px;");
        icon.getStyleClass().addAll(styleClasses);
        return icon;
    }
}
