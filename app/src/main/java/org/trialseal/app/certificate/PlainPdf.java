package org.trialseal.app.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.trialseal.core.digest.Sha256;

/**
 * Writes a document again without compression: what a compressor makes of the same bytes differs from one Java to the next.
 * Its id becomes the first 16 bytes of the SHA-256 of its streams.
 */
final class PlainPdf {
    private static final int ID_LENGTH = 16;

    private PlainPdf() {}

    static byte[] of(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            COSDocument cos = document.getDocument();
            List<COSObjectKey> keys =
                    cos.getXrefTable().keySet().stream().sorted().toList();
            for (COSObjectKey key : keys) {
                COSObject object = cos.getObjectFromPool(key);
                COSBase base = object.getObject();
                if (base instanceof COSStream stream) {
                    content.write(expand(stream));
                }
            }
            COSString id = new COSString(
                    java.util.Arrays.copyOf(Sha256.of(content.toByteArray()).toArray(), ID_LENGTH));
            cos.getTrailer().setItem(COSName.ID, new COSArray(List.of(id, id)));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }

    private static byte[] expand(COSStream stream) throws IOException {
        byte[] bytes;
        try (InputStream in = stream.createInputStream()) {
            bytes = in.readAllBytes();
        }
        stream.removeItem(COSName.FILTER);
        try (OutputStream out = stream.createRawOutputStream()) {
            out.write(bytes);
        }
        return bytes;
    }
}
