package org.trialseal.app.certificate;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import org.trialseal.core.digest.Sha256;

/** The QR code (ISO/IEC 18004) that names a statement. */
final class Code {
    /** What stands before the digest in the code. It is no link: no reader of codes opens anything. */
    static final String PREFIX = "TrialSeal seal.json sha256 ";

    private Code() {}

    /** The text: {@link #PREFIX} and 64 lower-case hexadecimal digits. */
    static String text(Sha256 statement) {
        return PREFIX + statement.hex();
    }

    /** Its modules, row by row from the top; true is dark. The white border around is the caller's. */
    static boolean[][] modules(Sha256 statement) {
        try {
            ByteMatrix matrix =
                    Encoder.encode(text(statement), ErrorCorrectionLevel.M).getMatrix();
            boolean[][] rows = new boolean[matrix.getHeight()][matrix.getWidth()];
            for (int y = 0; y < rows.length; y++) {
                for (int x = 0; x < rows[y].length; x++) {
                    rows[y][x] = matrix.get(x, y) == 1;
                }
            }
            return rows;
        } catch (WriterException e) {
            throw new IllegalStateException("a digest fits into a code", e);
        }
    }
}
