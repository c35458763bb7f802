def it = context.get("it")
try {
    assert it.log() =~ /(?m)^::warning title=Aikido AZURE_TOKEN_EXPIRED::\[AZURE_TOKEN_EXPIRED\] ./
    assert new File(basedir, "target/step-summary").text.startsWith("## Aikido connect: Shop Front\n")
    assert !new File(basedir, "target/aikido/connect-summary.md").exists()
} finally {
    it.close()
}
