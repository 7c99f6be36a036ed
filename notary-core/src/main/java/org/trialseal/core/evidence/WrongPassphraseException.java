package org.trialseal.core.evidence;

/** The passphrase does not open the secrets, or the key file was damaged. */
public final class WrongPassphraseException extends Exception {
    private static final long serialVersionUID = 1L;

    WrongPassphraseException(String where) {
        super("the passphrase does not open " + where + "; give the one it was sealed with");
    }
}
