package io.github.aikidoconnect.internal.report;

import static io.github.aikidoconnect.internal.report.Reports.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.ProjectReport.Summary;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.Tool;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportJsonTest {

    private static ConnectReport report() {
        return Reports.of(
                Goal.CONNECT,
                false,
                Outcome.SUCCESS,
                new Reports.Content(
                        List.of(Check.of(CheckId.TOKEN, CheckStatus.PASSED, "Azure DevOps accepts it.")),
                        List.of(row("Übersicht", Action.NONE, Result.DONE, "Aikido monitors it.")),
                        List.of(),
                        new Summary(1, 1, 1, 0, 0, 0, 0)));
    }

    @Test
    void isWrittenInTheSameBytesEveryTimeWithTheKeysOfTheDesignInTheirOrder() {
        assertThat(report().toJson()).isEqualTo(report().toJson()).isEqualTo("""
                {
                  "schemaVersion" : 1,
                  "tool" : {
                    "name" : "aikido-connect",
                    "version" : "%s"
                  },
                  "goal" : "connect",
                  "dryRun" : false,
                  "outcome" : "success",
                  "startedAt" : "2026-11-01T08:00:00Z",
                  "finishedAt" : "2026-11-01T08:00:01.500Z",
                  "azure" : {
                    "url" : "https://dev.azure.com",
                    "organization" : "contoso",
                    "project" : {
                      "id" : "id-1",
                      "name" : "Shop Front"
                    }
                  },
                  "workspace" : {
                    "id" : 4711,
                    "name" : "Shop",
                    "provider" : "azure_devops",
                    "organization" : "contoso"
                  },
                  "checks" : [ {
                    "id" : "token",
                    "status" : "passed",
                    "message" : "Azure DevOps accepts it.",
                    "fix" : null
                  } ],
                  "repositories" : [ {
                    "id" : "id-of-9",
                    "name" : "Übersicht",
                    "kind" : "git",
                    "url" : "https://dev.azure.com/contoso/Shop%%20Front/_git/x",
                    "defaultBranch" : "main",
                    "state" : "active",
                    "action" : "none",
                    "result" : "done",
                    "aikidoId" : 7,
                    "reason" : "Aikido monitors it.",
                    "secretScanning" : true
                  } ],
                  "problems" : [ ],
                  "summary" : {
                    "found" : 1,
                    "selected" : 1,
                    "alreadyMonitored" : 1,
                    "activated" : 0,
                    "deactivated" : 0,
                    "skipped" : 0,
                    "failed" : 0
                  },
                  "calls" : {
                    "azure" : 12,
                    "aikido" : 4
                  }
                }
                """.formatted(Tool.CURRENT.version()));
    }
}
