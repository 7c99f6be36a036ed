package org.trialseal.core.remote;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Sha256;

/**
 * Trusts the certificate of one server: one that a known authority issued for its name; else the one that it showed when
 * it was first used. Most Electrum servers sign their own. For one connection.
 */
final class FirstUseTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager authorities;
    private final Optional<Sha256> pinned;
    private @Nullable Sha256 shown;

    private FirstUseTrust(X509ExtendedTrustManager authorities, Optional<Sha256> pinned) {
        this.authorities = authorities;
        this.pinned = pinned;
    }

    static FirstUseTrust of(Optional<Sha256> pinned) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager) {
                return new FirstUseTrust((X509ExtendedTrustManager) manager, pinned);
            }
        }
        throw new GeneralSecurityException("this Java has no certificate authorities");
    }

    SSLSocketFactory sockets() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {this}, new SecureRandom());
        return context.getSocketFactory();
    }

    /** The certificate to be remembered: one that no authority vouches for, of a server that none is known of. */
    Optional<Sha256> toRemember() {
        return pinned.isPresent() ? Optional.empty() : Optional.ofNullable(shown);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        try {
            authorities.checkServerTrusted(chain, type, socket);
        } catch (CertificateException e) {
            Sha256 digest = Sha256.of(chain[0].getEncoded());
            if (pinned.isPresent() && !pinned.get().equals(digest)) {
                throw new ChangedCertificateException();
            }
            shown = digest;
        }
    }

    /** A server shows another certificate than when it was first used. */
    static final class ChangedCertificateException extends CertificateException {
        private static final long serialVersionUID = 1L;

        ChangedCertificateException() {
            super("the certificate has changed");
        }

        static boolean isBehind(IOException error) {
            for (Throwable cause = error; cause != null; cause = cause.getCause()) {
                if (cause instanceof ChangedCertificateException) {
                    return true;
                }
            }
            return false;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("only for sockets");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("only for sockets");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("only for servers");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("only for servers");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("only for servers");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
