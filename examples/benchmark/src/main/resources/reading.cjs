// Reads the repositories of a project with Microsoft's own client. Arguments: the organization's address, the project, the
// token, the number of readings, and the file for the results.
const start = process.hrtime.bigint();
const { writeFileSync } = require("fs");
const { WebApi, getPersonalAccessTokenHandler } = require("azure-devops-node-api");

async function main([url, project, token, readings, file]) {
  const client = new WebApi(url, getPersonalAccessTokenHandler(token));
  const micros = [];
  let found = 0;
  let from = start;
  for (let i = 0; i < Number(readings); i++) {
    const git = await client.getGitApi();
    found = (await git.getRepositories(project)).length;
    const to = process.hrtime.bigint();
    micros.push(Number((to - from) / 1000n));
    from = to;
  }
  const last = micros.slice(Math.floor(readings / 2)).sort((a, b) => a - b);
  writeFileSync(file, [
    `found=${found}`,
    `coldMicros=${micros[0]}`,
    `warmMicros=${last[Math.floor(last.length / 2)]}`,
    `residentKib=${process.resourceUsage().maxRSS}`,
  ].join("\n"));
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});
