package org.trialseal.app.ui.trail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Rectangle2D;
import javafx.print.PageLayout;
import javafx.print.PageOrientation;
import javafx.print.Paper;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.trialseal.app.ui.theme.Theme;

/** Paints with the toolkit, in a scene of its own that is never shown. */
public final class WindowPainter implements Painter {
    private static final double SCALE = 2;

    @Override
    public byte[] png(Drawing drawing) throws IOException {
        Pane pane = light(drawing);
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(SCALE, SCALE));
        parameters.setViewport(new Rectangle2D(0, 0, drawing.width() * SCALE, drawing.height() * SCALE));
        WritableImage image = pane.snapshot(parameters, null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", bytes);
        return bytes.toByteArray();
    }

    private static Pane light(Drawing drawing) {
        Pane pane = DrawingNode.of(drawing);
        Scene scene = new Scene(pane);
        Theme.LIGHT.applyTo(scene);
        pane.applyCss();
        pane.layout();
        return pane;
    }

    @Override
    public boolean print(Drawing drawing) {
        @Nullable PrinterJob job = PrinterJob.createPrinterJob();
        if (job == null) {
            return false;
        }
        if (job.showPrintDialog(null)) {
            PageLayout page =
                    job.getPrinter().createPageLayout(Paper.A4, PageOrientation.LANDSCAPE, Printer.MarginType.DEFAULT);
            Pane pane = light(drawing);
            double scale =
                    Math.min(page.getPrintableWidth() / drawing.width(), page.getPrintableHeight() / drawing.height());
            pane.getTransforms().add(new Scale(scale, scale));
            if (job.printPage(page, pane)) {
                job.endJob();
            }
        }
        return true;
    }
}
