package io.github.aikidoconnect.maven.config;

/** The file cannot be used. The message is a sentence without a full stop, and contains no value of the file. */
public final class ConfigException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean inFile;

    ConfigException(String message, boolean inFile) {
        super(message);
        this.inFile = inFile;
    }

    /** Returns whether the content of the file must be corrected, and not its name. */
    public boolean isInFile() {
        return inFile;
    }
}
