package org.trialseal.app.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.seal.RequiredSigner;

/** Reads certificates that name signers. */
final class SignerFile {
    private static final int MAX_BYTES = 1 << 16;

    private SignerFile() {}

    /** The signers that these X.509 certificates (PEM or DER) name. */
    static List<RequiredSigner> read(List<Path> files) throws IOException, MalformedException {
        List<RequiredSigner> signers = new ArrayList<>();
        for (Path file : files) {
            signers.add(read(file));
        }
        return signers;
    }

    private static RequiredSigner read(Path file) throws IOException, MalformedException {
        byte[] content;
        try (var in = Files.newInputStream(file)) {
            content = in.readNBytes(MAX_BYTES);
        }
        try {
            PublicKey key = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(content))
                    .getPublicKey();
            return new RequiredSigner(key.getAlgorithm(), Sha256.of(key.getEncoded()));
        } catch (CertificateException e) {
            throw new MalformedException(file.toString(), "is not an X.509 certificate in PEM or DER form");
        }
    }
}
