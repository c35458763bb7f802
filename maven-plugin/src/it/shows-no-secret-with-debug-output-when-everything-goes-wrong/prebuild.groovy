import io.github.aikidoconnect.maven.it.IntegrationTest
import io.github.aikidoconnect.simulator.fault.Fault
import io.github.aikidoconnect.simulator.fault.Match

def it = IntegrationTest.startWithTls(basedir, context)
context.put("proxy", it.proxy())
def repeating = { int status, String secrets ->
    Fault.answer(status, "application/json", '{"message":"Got ' + secrets + '","error":"Got ' + secrets + '"}')
            .withHeaders(["Content-Type": "application/json", "Retry-After": "0"])
}
// Azure DevOps is never sent the secret of Aikido's client, and aikido:list is not even given it.
def azure = { int status -> repeating(status, IntegrationTest.repeated(IntegrationTest.TOKEN)) }
def aikido = { int status -> repeating(status, IntegrationTest.repeated(IntegrationTest.TOKEN, IntegrationTest.CLIENT_SECRET)) }
def faults = it.simulator().faults()
// Enough succeeds that connect comes to its writes; each goal meets something that fails.
faults.always(Match.path("**/userentitlementsummary"), azure(503))
faults.once(Match.path("**/connectionData"), Fault.truncate())
faults.once(Match.path("**/oauth/token"), aikido(503))
faults.times(2, Match.path("**/workspace"), aikido(500))
faults.times(8, Match.path("**/git/repositories"), azure(503))
// Check and status are refused the list; connect, which reads it last, is not.
faults.times(2, Match.path("**/repositories/code"), aikido(403))
faults.always(Match.path("**/import"), aikido(503))
faults.always(Match.path("**/code-scanning"), aikido(400))
faults.always(Match.path("**/activate"), Fault.lostAnswer())
return true
