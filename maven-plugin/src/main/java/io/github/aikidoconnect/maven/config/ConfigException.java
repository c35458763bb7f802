package io.github.aikidoconnect.maven.config;

/** The file cannot be used. The message is a sentence without its full stop, and repeats no value of the file. */
public final class ConfigException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean inFile;

    ConfigException(String message, boolean inFile) {
        super(message);
        this.inFile = inFile;
    }

    /** Returns whether it is the file that has to be corrected, and not what it is called. */
    public boolean isInFile() {
        return inFile;
    }
}
