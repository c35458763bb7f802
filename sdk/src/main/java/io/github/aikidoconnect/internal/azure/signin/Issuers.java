package io.github.aikidoconnect.internal.azure.signin;

/** The services that issue tokens, as the subjects with which the reasons of failures begin. */
public final class Issuers {

    public static final String ENTRA = "Microsoft Entra";
    public static final String PIPELINES = "Azure Pipelines";
    public static final String MANAGED_IDENTITY = "The endpoint of the managed identity";
    public static final String FILE = "The file with the federated token";

    private Issuers() {}
}
