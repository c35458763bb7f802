def it = context.get("it")
try {
    def summary = new File(basedir, "target/aikido/connect-summary.md")
    assert it.log() =~ /(?m)^##vso\[task.logissue type=error;code=AZURE_TOKEN_EXPIRED\]\[AZURE_TOKEN_EXPIRED\] ./
    assert it.log().contains("\n##vso[task.uploadsummary]" + summary)
    assert summary.text.startsWith("## Aikido connect: Shop Front\n")
    assert summary.text.contains("**AZURE&#95;TOKEN&#95;EXPIRED**")
} finally {
    it.close()
}
