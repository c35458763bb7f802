package io.github.aikidoconnect.simulator.scenario;

import java.util.List;

/**
 * A company with a project that contains Git repositories of every kind and TFVC. Its workspace in Aikido is linked and
 * empty.
 */
public final class Shop {
    /** The organization in Azure DevOps. */
    public static final String ORGANIZATION = "contoso";

    /** The project that is to be connected. */
    public static final String PROJECT = "Shop Front";

    /** The GUID of {@link #PROJECT}. */
    public static final String PROJECT_ID = "0b8f4a52-6a1d-4a58-9c53-2f0de1c4a701";

    /** Another project of the same organization. */
    public static final String OTHER_PROJECT = "Payments";

    /** A valid token with exactly the four scopes. Fake: it has the form of a token and is only valid here. */
    public static final String TOKEN = fakeToken("good");

    /** A token that does not exist. Fake, like {@link #TOKEN}. */
    public static final String UNKNOWN_TOKEN = fakeToken("unknown");

    /** The name of {@link #TOKEN}. */
    public static final String TOKEN_NAME = "Aikido Security Access Token (Shop 4711)";

    /** A Microsoft Entra access token of the owner of {@link #TOKEN}. Fake: it has no valid signature. */
    public static final String ENTRA_TOKEN =
            "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJmYWtlIjoiZW50cmEtdG9rZW4ifQ.bm90LWEtc2VjcmV0";

    /**
     * The token of a pipeline's job, {@code System.AccessToken}. Fake. It is encrypted, a compact JWE of five parts: Azure
     * DevOps blog, "Authentication Tokens Are Not a Data Contract", 2026-03-18.
     */
    public static final String JOB_TOKEN =
            "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.ZmFrZS1rZXk.ZmFrZS1pdg.bm90LWEtc2VjcmV0.ZmFrZS10YWc";

    /** The tenant of the organization. */
    public static final String TENANT_ID = "7d1c6f3a-2b94-4f0a-9c1e-5a60b7e4d001";

    /** The application of {@link #IDENTITY_SECRET}, which was added to the organization. */
    public static final String IDENTITY_ID = "c2a8e5b1-90d3-4c37-8f54-1be6a27f0002";

    /** The client secret of {@link #IDENTITY_ID}. Fake. */
    public static final String IDENTITY_SECRET = "fake~client+secret/not.a=secret";

    /** A token of another issuer that {@link #IDENTITY_ID} trusts. Fake: it has no valid signature. */
    public static final String FEDERATED_TOKEN =
            "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJmYWtlIjoiZmVkZXJhdGVkLXRva2VuIn0.bm90LWEtc2VjcmV0";

    /** The service connection of Azure Pipelines that {@link #IDENTITY_ID} trusts. */
    public static final String SERVICE_CONNECTION_ID = "e4b7d920-6c15-4d8e-b3a1-08f2c9d50003";

    /** The managed identity of the machine, which was added to the organization. */
    public static final String MANAGED_IDENTITY_ID = "f59a3c47-1d8b-4e62-a7c0-93d1e8b60004";

    /** The value of {@code IDENTITY_HEADER} in App Service. Fake. */
    public static final String IDENTITY_HEADER = "fake-identity-header-not-a-secret";

    /** The four scopes of {@link #TOKEN}. */
    public static final List<String> TOKEN_SCOPES =
            List.of("vso.code", "vso.memberentitlementmanagement", "vso.project", "vso.profile");

    /** The id of the workspace's API client. */
    public static final String CLIENT_ID = "AIK_CLIENT_fake_shop";

    /** The secret of the workspace's API client. Fake. */
    public static final String CLIENT_SECRET = "AIK_SECRET_fake_shop_not_a_secret";

    /** The scopes of the workspace's API client. */
    public static final List<String> CLIENT_SCOPES =
            List.of("basics:read", "repositories:read", "repositories:write", "access_tokens:write");

    private Shop() {}

    static Scenario scenario() {
        return new Scenario(
                azure(),
                AikidoScenarioBuilder.builder().workspaces(List.of(workspace())).build(),
                List.of());
    }

    private static AzureScenario azure() {
        Token token = TokenBuilder.builder()
                .value(TOKEN)
                .organizations(List.of(ORGANIZATION))
                .scopes(TOKEN_SCOPES)
                .name(TOKEN_NAME)
                .build();
        Organization organization = OrganizationBuilder.builder()
                .id("3f7f1b0c-43a5-4f0e-8d0f-5c1f8a9d2e10")
                .name(ORGANIZATION)
                .projects(List.of(shopFront(), payments()))
                .build();
        return AzureScenarioBuilder.builder()
                .organizations(List.of(organization))
                .tokens(List.of(token))
                .entraTokens(
                        List.of(EntraTokenBuilder.builder().value(ENTRA_TOKEN).build()))
                .identities(List.of(application(), managedIdentity()))
                .build();
    }

    private static Identity application() {
        return identity("aikido-connect", IDENTITY_ID)
                .secret(IDENTITY_SECRET)
                .federatedTokens(List.of(FEDERATED_TOKEN))
                .serviceConnectionId(SERVICE_CONNECTION_ID)
                .build();
    }

    private static Identity managedIdentity() {
        return identity("build-machine", MANAGED_IDENTITY_ID).managed(true).build();
    }

    /** An identity with Basic access that is a reader of the projects. */
    private static IdentityBuilder identity(String name, String clientId) {
        return IdentityBuilder.builder()
                .name(name)
                .tenantId(TENANT_ID)
                .clientId(clientId)
                .organizations(List.of(ORGANIZATION))
                .permissions(List.of("vso.code", "vso.project", "vso.profile"));
    }

    private static Project shopFront() {
        return Project.of(
                        PROJECT,
                        repository("shop-web", "11111111-1c8e-4a7e-9d55-6f7a8b9c0d01"),
                        repository("shop-api", "22222222-1c8e-4a7e-9d55-6f7a8b9c0d02"),
                        repository("Zahlungs Übersicht", "33333333-1c8e-4a7e-9d55-6f7a8b9c0d03"),
                        repository("shop-archive", "44444444-1c8e-4a7e-9d55-6f7a8b9c0d04")
                                .withDisabled(true),
                        GitRepository.empty("shop-new").withId("55555555-1c8e-4a7e-9d55-6f7a8b9c0d05"),
                        repository("shop-assets", "66666666-1c8e-4a7e-9d55-6f7a8b9c0d06")
                                .withSize(3L << 30))
                .withId(PROJECT_ID)
                .withTfvcEnabled(true);
    }

    private static Project payments() {
        return Project.of(
                        OTHER_PROJECT,
                        repository("pay-core", "77777777-1c8e-4a7e-9d55-6f7a8b9c0d07"),
                        repository("pay-gateway", "88888888-1c8e-4a7e-9d55-6f7a8b9c0d08"))
                .withId("0b8f4a52-6a1d-4a58-9c53-2f0de1c4a702");
    }

    private static GitRepository repository(String name, String id) {
        return GitRepository.of(name).withId(id);
    }

    private static Workspace workspace() {
        return WorkspaceBuilder.builder()
                .id(4711)
                .name("Shop")
                .linkedProvider("azure_devops")
                .linkedProviderOrgName(ORGANIZATION)
                .gitBaseUrl("https://dev.azure.com")
                .clients(List.of(new ApiClient(CLIENT_ID, CLIENT_SECRET, CLIENT_SCOPES)))
                .imports(ImportsBuilder.builder()
                        .delayMillis(300)
                        .projects(List.of(PROJECT))
                        .build())
                .build();
    }

    /** Returns 84 characters with AZDO at the service's position. */
    private static String fakeToken(String which) {
        String start = "fakeTokenNotASecret" + which;
        return start + "x".repeat(76 - start.length()) + "AZDO" + "FAKE";
    }
}
