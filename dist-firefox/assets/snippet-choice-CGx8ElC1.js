import{r as e}from"./rolldown-runtime-XKyaHtl9.js";import{ft as t,k as n,rn as r,rt as i}from"./small-CY1NS-o_.js";import{Q as a,at as o}from"./react-bZgIcrVO.js";import{c as s,t as c}from"./prices-DAySlD6r.js";import{t as l}from"./snippet-box-BmyA7rf5.js";var u={openai:`gpt-5-nano`,anthropic:`claude-haiku-4-5`,gemini:`gemini-2.5-flash`,mistral:`mistral-small-latest`,groq:`llama-3.1-8b-instant`},d=e=>u[e]??`a-model-of-yours`,f=`2026-11-22`,p=e=>({language:`bash`,text:e}),m=e=>({language:`yaml`,text:e}),h=e=>e.toLowerCase().replaceAll(`_`,`-`),g=[{id:`github`,label:`GitHub Actions`,source:`https://cli.github.com/manual/gh_secret_set`,keep:e=>({asks:`gh secret set ${e}`}),use:e=>m(`- run: python app.py\n  env:\n    ${e}: \${{ secrets.${e} }}`)},{id:`gitlab`,label:`GitLab CI`,source:`https://docs.gitlab.com/cli/variable/set/`,keep:e=>({pipe:`glab variable set ${e} --masked --hidden`}),use:e=>m(`job:\n  script:\n    - python app.py # reads ${e}`)},{id:`vercel`,label:`Vercel`,source:`https://vercel.com/docs/cli/env`,keep:e=>({asks:`vercel env add ${e} production --sensitive`}),use:e=>({language:`javascript`,text:`process.env.${e}`})},{id:`netlify`,label:`Netlify`,source:`https://cli.netlify.com/commands/env/`,keep:e=>({script:`printf '${e}=%s\\n' "$KEY" | netlify env:import /dev/stdin > /dev/null && netlify env:set ${e} --secret --force || echo 'It was not kept.'`}),use:e=>({language:`javascript`,text:`process.env.${e}`})},{id:`cloudflare`,label:`Cloudflare Workers`,source:`https://developers.cloudflare.com/workers/wrangler/commands/workers/#secret-put`,keep:e=>({asks:`npx wrangler secret put ${e}`}),use:e=>({language:`javascript`,text:`env.${e}`})},{id:`fly`,label:`Fly.io`,source:`https://fly.io/docs/flyctl/secrets-import/`,keep:e=>({script:`printf '${e}=%s\\n' "$KEY" | fly secrets import`}),use:e=>({language:`javascript`,text:`process.env.${e}`})},{id:`railway`,label:`Railway`,source:`https://docs.railway.com/reference/cli-api`,keep:e=>({pipe:`railway variable set ${e} --stdin`}),use:e=>({language:`javascript`,text:`process.env.${e}`})},{id:`heroku`,label:r(`Heroku (opens your editor: write the key there)`),source:`https://devcenter.heroku.com/articles/heroku-cli-commands`,keep:e=>({asks:`heroku config:edit ${e}`}),use:e=>({language:`javascript`,text:`process.env.${e}`})},{id:`aws-secrets`,label:`AWS Secrets Manager`,source:`https://docs.aws.amazon.com/cli/latest/reference/secretsmanager/create-secret.html`,keep:e=>({pipe:`aws secretsmanager create-secret --name ${e} --secret-string file:///dev/stdin`}),use:e=>p(`aws secretsmanager get-secret-value --secret-id ${e} --query SecretString --output text`)},{id:`aws-ssm`,label:`AWS Parameter Store`,source:`https://docs.aws.amazon.com/cli/latest/reference/ssm/put-parameter.html`,keep:e=>({pipe:`aws ssm put-parameter --name /app/${e} --type SecureString --value file:///dev/stdin`}),use:e=>p(`aws ssm get-parameter --name /app/${e} --with-decryption --query Parameter.Value --output text`)},{id:`google`,label:`Google Secret Manager`,source:`https://cloud.google.com/sdk/gcloud/reference/secrets/create`,keep:e=>({pipe:`gcloud secrets create ${e} --data-file=-`}),use:e=>p(`gcloud run deploy app --update-secrets=${e}=${e}:latest`)},{id:`azure`,label:`Azure Key Vault`,source:`https://learn.microsoft.com/cli/azure/keyvault/secret#az-keyvault-secret-set`,keep:e=>({pipe:`az keyvault secret set --vault-name my-vault --name ${h(e)} --file /dev/stdin --encoding utf-8`}),use:e=>p(`az keyvault secret show --vault-name my-vault --name ${h(e)} --query value --output tsv`)},{id:`vault`,label:`HashiCorp Vault`,source:`https://developer.hashicorp.com/vault/docs/commands/kv/put`,keep:e=>({pipe:`vault kv put secret/app ${e}=-`}),use:e=>p(`vault kv get -field=${e} secret/app`)},{id:`doppler`,label:`Doppler`,source:`https://docs.doppler.com/docs/setting-secrets`,keep:e=>({pipe:`doppler secrets set ${e} --silent`}),use:()=>p(`doppler run -- npm start`)},{id:`infisical`,label:`Infisical`,source:`https://infisical.com/docs/cli/commands/secrets`,keep:e=>({pipe:`infisical secrets set ${e}=@/dev/stdin`}),use:()=>p(`infisical run -- npm start`)},{id:`op`,label:`1Password`,source:`https://developer.1password.com/docs/cli/reference/management-commands/item/#item-create`,keep:(e,t)=>({script:`KEY="$KEY" jq -n '{title: "${t}", category: "API_CREDENTIAL", fields: [{id: "credential", label: "credential", type: "CONCEALED", value: env.KEY}]}' | op item create --vault Private -`}),use:(e,t)=>({language:`dotenv`,text:`# .env; start with: op run --env-file=.env -- npm start\n${e}="op://Private/${t}/credential"`})},{id:`kubernetes`,label:r(`Kubernetes, sealed`),source:`https://github.com/bitnami-labs/sealed-secrets#usage`,keep:e=>({pipe:`kubectl create secret generic ${h(e)} --dry-run=client --from-file=${e}=/dev/stdin -o yaml | kubeseal -o yaml > ${h(e)}.sealed.yaml`}),use:e=>m(`env:\n  - name: ${e}\n    valueFrom:\n      secretKeyRef:\n        name: ${h(e)}\n        key: ${e}`)},{id:`docker`,label:r(`Docker, in a swarm`),source:`https://docs.docker.com/reference/cli/docker/secret/create/`,keep:e=>({pipe:`docker secret create ${e} -`}),use:e=>m(`services:\n  app:\n    image: my-image\n    secrets: [${e}] # the file /run/secrets/${e}\nsecrets:\n  ${e}:\n    external: true`)},{id:`systemd`,label:r(`systemd credentials`),source:`https://www.freedesktop.org/software/systemd/man/latest/systemd-creds.html`,keep:e=>({asks:`systemd-ask-password -n | sudo systemd-creds encrypt --name=${e} - /etc/credstore.encrypted/${e}`}),use:e=>({language:`ini`,text:`[Service]\nLoadCredentialEncrypted=${e}\n# the program reads the file $CREDENTIALS_DIRECTORY/${e}`})}];function _(e){return`printf 'Paste the key, then Enter: '; IFS= read -rs KEY; echo\n${e}\nunset KEY`}function v(e,t){return g.map(({id:n,label:r,source:i,keep:a,use:o})=>{let s=a(e,t);return{id:n,label:r,language:`bash`,text:`asks`in s?s.asks:_(`pipe`in s?`printf %s "$KEY" | ${s.pipe}`:s.script),usage:o(e,t),source:i,checked:f}})}var y={size:`1024x1024`,quality:`low`};function b({model:e,prompt:n},r,i){let a=i===t.openai?.baseUrl,o=JSON.stringify,s={model:e,prompt:n,...y};return[{id:`python`,label:`Python`,language:`python`,install:`pip install openai`,text:`import base64
from openai import OpenAI

client = OpenAI(${a?``:`base_url=${o(i)}`})  # reads ${r}
picture = client.images.generate(
    model=${o(e)},
    prompt=${o(n)},
    size="${y.size}",
    quality="${y.quality}",
)
with open("picture.png", "wb") as file:
    file.write(base64.b64decode(picture.data[0].b64_json))
print("picture.png is written")`},{id:`node`,label:`Node`,language:`javascript`,install:`npm install openai`,text:`import { writeFile } from 'node:fs/promises'
import OpenAI from 'openai'

const client = new OpenAI(${a?``:`{ baseURL: ${o(i)} }`}) // reads ${r}
const picture = await client.images.generate({
  model: ${o(e)},
  prompt: ${o(n)},
  size: '${y.size}',
  quality: '${y.quality}',
})
await writeFile('picture.png', Buffer.from(picture.data[0].b64_json, 'base64'))
console.log('picture.png is written')`},{id:`curl`,label:`curl`,language:`bash`,text:`curl ${i}/images/generations \\
  -H "Content-Type: application/json" \\
  -H "Authorization: Bearer $${r}" \\
  -d '${o(s,null,2).replaceAll(`'`,`'\\''`)}' \\
  | sed -n 's/.*"b64_json": *"\\([^"]*\\)".*/\\1/p' | base64 --decode > picture.png
echo "picture.png is written"`}]}function x(e,n){if(e.kind===`admin`)return te(n);let r=t[e.provider];if(r?.isKeptOnly)return[];let a=i(e)??r?.baseUrl??``;return e.image?b(e,n,a):e.provider===`openai`?S(e,n,a):e.provider===`anthropic`?ee(e,n,a):C(e,n,e.provider===`gemini`?`${a}/openai`:a)}function S({model:e,prompt:n,instructions:i},a,o){let s=i===void 0?{}:{instructions:i},c=o===t.openai?.baseUrl;return[{id:`python`,label:`Python`,language:`python`,install:`pip install openai`,text:`from openai import OpenAI

client = OpenAI(${c?``:`base_url=${T(o)}`})  # reads ${a}
response = client.responses.create(
    model=${T(e)},
${i===void 0?``:`    instructions=${T(i)},\n`}    input=${T(n)},
)
print(response.output_text)`},{id:`node`,label:`Node`,language:`javascript`,install:`npm install openai`,text:`import OpenAI from 'openai'

const client = new OpenAI(${c?``:`{ baseURL: ${T(o)} }`}) // reads ${a}
const response = await client.responses.create({
  model: ${T(e)},
${i===void 0?``:`  instructions: ${T(i)},\n`}  input: ${T(n)},
})
console.log(response.output_text)`},...w(`${o}/responses`,{model:e,...s,input:n},[[`Authorization`,`Bearer ${a}`,a]]),{id:`python-plain`,label:r(`Python, nothing to install`),language:`python`,text:`import json, os, urllib.request

request = urllib.request.Request(
    ${T(`${o}/responses`)},
    data=json.dumps(${E({model:e,...s,input:n})}).encode(),
    headers={
        "Authorization": f"Bearer {os.environ['${a}']}",
        "Content-Type": "application/json",
    },
)
with urllib.request.urlopen(request) as answer:
    response = json.load(answer)
for item in response["output"]:
    for part in item.get("content") or []:
        print(part.get("text", ""))`}]}function C({model:e,prompt:t,instructions:n},r,i){let a=[...n===void 0?[]:[{role:`system`,content:n}],{role:`user`,content:t}];return[{id:`python`,label:`Python`,language:`python`,install:`pip install openai`,text:`import os
from openai import OpenAI

client = OpenAI(api_key=os.environ["${r}"], base_url=${T(i)})
completion = client.chat.completions.create(
    model=${T(e)},
    messages=${E(a)},
)
print(completion.choices[0].message.content)`},{id:`node`,label:`Node`,language:`javascript`,install:`npm install openai`,text:`import OpenAI from 'openai'

const client = new OpenAI({ apiKey: process.env.${r}, baseURL: ${T(i)} })
const completion = await client.chat.completions.create({
  model: ${T(e)},
  messages: ${JSON.stringify(a)},
})
console.log(completion.choices[0].message.content)`},...w(`${i}/chat/completions`,{model:e,messages:a},[[`Authorization`,`Bearer ${r}`,r]])]}function ee({model:e,prompt:t,instructions:n},r,i){let a={model:e,max_tokens:1024,...n!==void 0&&{system:n},messages:[{role:`user`,content:t}]};return[{id:`python`,label:`Python`,language:`python`,install:`pip install anthropic`,text:`import anthropic

client = anthropic.Anthropic()  # reads ${r}
message = client.messages.create(
${Object.entries(a).map(([e,t])=>`    ${e}=${E(t)},`).join(`
`)}
)
print(message.content[0].text)`},{id:`node`,label:`Node`,language:`javascript`,install:`npm install @anthropic-ai/sdk`,text:`import Anthropic from '@anthropic-ai/sdk'

const client = new Anthropic() // reads ${r}
const message = await client.messages.create(${JSON.stringify(a,null,2)})
console.log(message.content[0].text)`},...w(`${i}/messages`,a,[[`x-api-key`,r,r],[`anthropic-version`,`2023-06-01`]])]}function te(e){return[{id:`curl`,label:`curl`,language:`bash`,text:`curl "https://api.openai.com/v1/organization/costs?start_time=$(($(date +%s) - 604800))" \\
  -H "Authorization: Bearer $${e}"`}]}function w(e,t,n){let r=n.map(([e,t,n])=>`  -H "${e}: ${n?t.replace(n,`$${n}`):t}" \\`),i=n.map(([e,t,n])=>`'${e}' = "${n?t.replace(n,`$env:${n}`):t}"`);return[{id:`curl`,label:`curl`,language:`bash`,text:`curl ${e} \\
  -H "Content-Type: application/json" \\
${r.join(`
`)}
  -d '${JSON.stringify(t,null,2).replaceAll(`'`,`'\\''`)}'`},{id:`powershell`,label:`PowerShell`,language:`powershell`,text:`$body = '${JSON.stringify(t).replace(/['\u2018\u2019\u201a\u201b]/g,`$&$&`)}'
Invoke-RestMethod -Method Post -Uri '${e}' -ContentType 'application/json' -Headers @{ ${i.join(`; `)} } -Body ([Text.Encoding]::UTF8.GetBytes($body))`}]}function T(e){return JSON.stringify(e)}function E(e){return Array.isArray(e)?`[${e.map(E).join(`, `)}]`:typeof e!=`object`||!e?JSON.stringify(e):`{${Object.entries(e).map(([e,t])=>`${T(e)}: ${E(t)}`).join(`, `)}}`}var D=e=>JSON.stringify(e),O=e=>D(e).replaceAll(`$`,`\\$`),k=e=>`'${e.replace(/[\\']/g,`\\$&`)}'`,A=e=>D(e).replace(/(?<!\\)((?:\\\\)*)\\u([0-9a-f]{4})/g,`$1\\u{$2}`).replace(/(?<!\\)((?:\\\\)*)\\([bf])/g,(e,t,n)=>`${t}\\u{${n===`b`?8:`c`}}`);function j(e,t,n){return e?{form:` cost=$%.6f`,value:`, (${t} * ${e.input} + ${n} * ${e.output}) / 1e6`}:{form:``,value:``}}function M({name:e,model:t,prompt:n,price:r}){return`import os, sys, time
from openai import OpenAI

began = time.monotonic()
model = ${D(t)}${r?`\nprice = (${r.input}, ${r.output})  # US dollars for a million tokens in and out, as of ${c}`:``}
client = OpenAI(api_key=os.environ["${e}"], timeout=60, max_retries=5)  # reads OPENAI_BASE_URL
with client.responses.create(model=model, input=${D(n)}, stream=True) as stream:
    for event in stream:
        if event.type == "response.output_text.delta":
            print(event.delta, end="", flush=True)
        if event.type == "response.completed":
            usage = event.response.usage
print()
tokens = (usage.input_tokens, usage.output_tokens)
print(f"model={model} seconds={time.monotonic() - began:.1f} tokens={tokens[0]}+{tokens[1]}"${r?`
      f" cost=\${(tokens[0] * price[0] + tokens[1] * price[1]) / 1e6:.6f}"`:``}, file=sys.stderr)`}function N({name:e,model:t,prompt:n,price:r}){return`import OpenAI from 'openai'

const began = Date.now()
const model = ${D(t)}${r?`\nconst price = { input: ${r.input}, output: ${r.output} } // US dollars for a million tokens, as of ${c}`:``}
// Reads OPENAI_BASE_URL.
const client = new OpenAI({ apiKey: process.env.${e}, timeout: 60_000, maxRetries: 5 })
const stream = await client.responses.create({ model, input: ${D(n)}, stream: true })
for await (const event of stream) {
  if (event.type === 'response.output_text.delta') process.stdout.write(event.delta)
  if (event.type === 'response.completed') {
    const { input_tokens, output_tokens } = event.response.usage ?? { input_tokens: 0, output_tokens: 0 }
    console.log()
    console.error(
      \`model=\${model} seconds=\${((Date.now() - began) / 1000).toFixed(1)} tokens=\${input_tokens}+\${output_tokens}\`${r?" +\n      ` cost=$${((input_tokens * price.input + output_tokens * price.output) / 1e6).toFixed(6)}`":``},
    )
  }
}`}function P({name:e,model:t,prompt:n,price:r}){let i=r?{form:" cost=${:.6}",value:`,
                        (f64::from(usage.input_tokens) * ${F(r.input)} + f64::from(usage.output_tokens) * ${F(r.output)}) / 1e6`}:{form:``,value:``};return`use async_openai::{
    config::OpenAIConfig,
    types::responses::{CreateResponseArgs, ResponseStreamEvent},
    Client,
};
use futures::StreamExt;
use std::io::{stdout, Write};
use std::time::{Duration, Instant};
use tokio::time::timeout;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let began = Instant::now();
    let model = ${A(t)};
    // The client tries again by itself, with growing pauses, but not where the credit is used up.
    let config = OpenAIConfig::default().with_api_key(std::env::var("${e}")?);
    let client = Client::with_config(config);
    let request = CreateResponseArgs::default()
        .model(model)
        .input(${A(n)})
        .stream(true)
        .build()?;
    let patience = Duration::from_secs(60);
    let mut stream = timeout(patience, client.responses().create_stream(request)).await??;
    while let Some(event) = timeout(patience, stream.next()).await? {
        match event? {
            ResponseStreamEvent::ResponseOutputTextDelta(part) => {
                print!("{}", part.delta);
                stdout().flush()?;
            }
            ResponseStreamEvent::ResponseCompleted(done) => {
                println!();
                if let Some(usage) = done.response.usage {
                    eprintln!(
                        "model={} seconds={:.1} tokens={}+{}${i.form}",
                        model,
                        began.elapsed().as_secs_f64(),
                        usage.input_tokens,
                        usage.output_tokens${i.value}
                    );
                }
            }
            _ => {}
        }
    }
    Ok(())
}`}var F=e=>Number.isInteger(e)?`${e}.0`:String(e);function I({name:e,model:t,prompt:n,price:r}){let{form:i,value:a}=j(r,`Double(usage.input_tokens)`,`Double(usage.output_tokens)`);return`import AsyncHTTPClient
import Foundation

struct Event: Decodable {
    struct Usage: Decodable { let input_tokens: Int, output_tokens: Int }
    struct Response: Decodable { let usage: Usage? }
    let type: String
    let delta: String?
    let response: Response?
}

struct Refused: Error { let status: UInt, said: String }

@main
struct Main {
    static func ask(_ asked: Data, tries: Int = 5) async throws -> HTTPClientResponse {
        let environment = ProcessInfo.processInfo.environment
        let base = environment["OPENAI_BASE_URL"] ?? "https://api.openai.com/v1"
        var request = HTTPClientRequest(url: "\\(base)/responses")
        request.method = .POST
        request.headers.add(name: "Authorization", value: "Bearer \\(environment["${e}"] ?? "")")
        request.headers.add(name: "Content-Type", value: "application/json")
        request.body = .bytes(Array(asked))
        var attempt = 0
        while true {
            attempt += 1
            var wait = 0.0
            do {
                let response = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
                if response.status.code == 200 { return response }
                wait = Double(response.headers.first(name: "retry-after") ?? "") ?? 0
                let body = try await response.body.collect(upTo: 100_000)
                let said = String(decoding: body.readableBytesView, as: UTF8.self)
                // No credit is a 429 too, and no pause fixes it.
                let again = [408, 409, 429].contains(response.status.code) || response.status.code >= 500
                if !again || said.contains("insufficient_quota") || attempt == tries {
                    throw Refused(status: response.status.code, said: String(said.prefix(300)))
                }
            } catch let error where !(error is Refused) {
                if attempt == tries { throw error }
            }
            let pause = max(wait, Double.random(in: 0...min(30, pow(2, Double(attempt - 1)))))
            try await Task.sleep(nanoseconds: UInt64(pause * 1e9))
        }
    }

    static func main() async throws {
        let began = Date()
        let model = ${A(t)}
        let asked: [String: Any] = ["model": model, "input": ${A(n)}, "stream": true]
        let answer = try await ask(JSONSerialization.data(withJSONObject: asked))
        var rest: [UInt8] = []
        for try await buffer in answer.body {
            rest += buffer.readableBytesView
            while let end = rest.firstIndex(of: 10) {
                let line = String(decoding: rest[..<end], as: UTF8.self)
                rest.removeSubrange(...end)
                guard line.hasPrefix("data: {"),
                    let event = try? JSONDecoder().decode(Event.self, from: Data(line.dropFirst(6).utf8))
                else { continue }
                if event.type == "response.output_text.delta" { print(event.delta ?? "", terminator: "") }
                if event.type == "response.completed", let usage = event.response?.usage {
                    print()
                    let log = "model=\\(model)" + String(
                        format: " seconds=%.1f tokens=%d+%d${i}\\n",
                        Date().timeIntervalSince(began), usage.input_tokens, usage.output_tokens${a})
                    FileHandle.standardError.write(Data(log.utf8))
                }
            }
        }
    }
}`}function L({name:e,model:t,prompt:n,price:r}){let{form:i,value:a}=j(r,`$usage->inputTokens`,`$usage->outputTokens`);return`<?php
require 'vendor/autoload.php';

use GuzzleHttp\\{Client, HandlerStack, Middleware};

$began = microtime(true);
$model = ${k(t)};
$again = function (int $tried, $request, $response = null): bool {
    $status = $response?->getStatusCode() ?? 0;
    if ($status > 0 && $status < 500 && !in_array($status, [408, 409, 429])) {
        return false;
    }
    // No credit is a 429 too, and no pause fixes it.
    if ($status === 429 && str_contains((string) $response->getBody(), 'insufficient_quota')) {
        throw new RuntimeException('refused with 429: no credit');
    }
    return $tried < 5;
};
$pause = fn (int $tried, $response = null): int => max(
    1000 * (int) $response?->getHeaderLine('retry-after'),
    random_int(0, 1000 * min(30, 2 ** ($tried - 1))),
);
$stack = HandlerStack::create();
$stack->push(Middleware::retry($again, $pause));
$client = OpenAI::factory()
    ->withApiKey(getenv('${e}'))
    ->withBaseUri(getenv('OPENAI_BASE_URL') ?: 'https://api.openai.com/v1')
    ->withHttpClient(new Client([
        'handler' => $stack, 'connect_timeout' => 10, 'timeout' => 60, 'read_timeout' => 60,
    ]))
    ->make();
foreach ($client->responses()->createStreamed(['model' => $model, 'input' => ${k(n)}]) as $event) {
    if ($event->event === 'response.output_text.delta') {
        echo $event->response->delta;
    }
    if ($event->event === 'response.completed') {
        $usage = $event->response->response->usage;
        echo PHP_EOL;
        fwrite(STDERR, sprintf('model=%s seconds=%.1f tokens=%d+%d${i}' . PHP_EOL,
            $model, microtime(true) - $began, $usage->inputTokens, $usage->outputTokens${a}));
    }
}`}var R=`2026-11-22`,z=[{id:`careful-python-library`,label:`Python`,language:`python`,install:`pip install openai`,source:`https://github.com/openai/openai-python#readme`,write:M,wasRun:!0},{id:`careful-node-library`,label:`Node, TypeScript`,language:`typescript`,install:`npm install openai`,source:`https://github.com/openai/openai-node#readme`,write:N,wasRun:!0},{id:`careful-go`,label:`Go`,language:`go`,install:`go get github.com/openai/openai-go/v3`,source:`https://github.com/openai/openai-go#readme`,write:B},{id:`careful-java`,label:`Java`,language:`java`,install:`implementation("com.openai:openai-java:4.52.0")`,source:`https://github.com/openai/openai-java#readme`,write:V},{id:`careful-kotlin`,label:`Kotlin`,language:`kotlin`,install:`implementation("com.openai:openai-java:4.52.0")`,source:`https://github.com/openai/openai-java#readme`,write:H},{id:`careful-csharp`,label:`C#`,language:`csharp`,install:`dotnet add package OpenAI`,source:`https://github.com/openai/openai-dotnet#readme`,write:U},{id:`careful-ruby`,label:`Ruby`,language:`ruby`,install:`gem install openai`,source:`https://github.com/openai/openai-ruby#readme`,write:W,wasRun:!0},{id:`careful-php`,label:`PHP`,language:`php`,install:`composer require openai-php/client guzzlehttp/guzzle`,source:`https://github.com/openai-php/client#readme`,write:L,wasRun:!0},{id:`careful-rust`,label:`Rust`,language:`rust`,install:`cargo add async-openai -F responses; cargo add futures; cargo add tokio -F full`,source:`https://docs.rs/async-openai`,write:P},{id:`careful-swift`,label:`Swift`,language:`swift`,install:`swift package add-dependency https://github.com/swift-server/async-http-client.git --from 1.9.0`,source:`https://github.com/swift-server/async-http-client#readme`,write:I}];function ne(e){return z.map(({write:t,wasRun:n,...r})=>({...r,text:t(e),checked:R,...!n&&{isUnrun:!0}}))}function B({name:e,model:t,prompt:n,price:r}){let{form:i,value:a}=j(r,`float64(usage.InputTokens)`,`float64(usage.OutputTokens)`);return`package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"time"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/option"
	"github.com/openai/openai-go/v3/responses"
)

func main() {
	began := time.Now()
	model := ${D(t)}
	client := openai.NewClient(
		option.WithAPIKey(os.Getenv("${e}")),
		option.WithRequestTimeout(60*time.Second), // for each try
		option.WithMaxRetries(5),
	)
	stream := client.Responses.NewStreaming(context.Background(), responses.ResponseNewParams{
		Model: model,
		Input: responses.ResponseNewParamsInputUnion{OfString: openai.String(${D(n)})},
	})
	defer stream.Close()
	for stream.Next() {
		switch event := stream.Current().AsAny().(type) {
		case responses.ResponseTextDeltaEvent:
			fmt.Print(event.Delta)
		case responses.ResponseCompletedEvent:
			usage := event.Response.Usage
			fmt.Println()
			log.Printf("model=%s seconds=%.1f tokens=%d+%d${i}",
				model, time.Since(began).Seconds(), usage.InputTokens, usage.OutputTokens${a})
		}
	}
	if err := stream.Err(); err != nil {
		log.Fatal(err)
	}
}`}function V({name:e,model:t,prompt:n,price:r}){let{form:i,value:a}=j(r,`usage.inputTokens()`,`usage.outputTokens()`);return`import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.responses.ResponseCreateParams;
import java.time.Duration;
import java.util.Locale;

public class Main {
    public static void main(String[] args) {
        var began = System.nanoTime();
        var model = ${D(t)};
        var client = OpenAIOkHttpClient.builder()
            .fromEnv()
            .apiKey(System.getenv("${e}"))
            .timeout(Duration.ofSeconds(60))
            .maxRetries(5)
            .build();
        var params = ResponseCreateParams.builder().model(model).input(${D(n)}).build();
        try (var answer = client.responses().createStreaming(params)) {
            answer.stream().forEach(event -> {
                event.outputTextDelta().ifPresent(part -> System.out.print(part.delta()));
                event.completed().flatMap(done -> done.response().usage()).ifPresent(usage -> {
                    System.out.println();
                    System.err.printf(Locale.ROOT, "model=%s seconds=%.1f tokens=%d+%d${i}%n",
                        model, (System.nanoTime() - began) / 1e9, usage.inputTokens(), usage.outputTokens()${a});
                });
            });
        }
    }
}`}function H({name:e,model:t,prompt:n,price:r}){let{form:i,value:a}=j(r,`usage.inputTokens()`,`usage.outputTokens()`);return`import com.openai.client.okhttp.OpenAIOkHttpClient
import com.openai.models.responses.ResponseCreateParams
import java.time.Duration
import java.util.Locale

fun main() {
    val began = System.nanoTime()
    val model = ${O(t)}
    val client = OpenAIOkHttpClient.builder()
        .fromEnv()
        .apiKey(System.getenv("${e}"))
        .timeout(Duration.ofSeconds(60))
        .maxRetries(5)
        .build()
    val params = ResponseCreateParams.builder().model(model).input(${O(n)}).build()
    client.responses().createStreaming(params).use { answer ->
        answer.stream().forEach { event ->
            event.outputTextDelta().ifPresent { part -> print(part.delta()) }
            event.completed().flatMap { done -> done.response().usage() }.ifPresent { usage ->
                println()
                System.err.println(
                    "model=%s seconds=%.1f tokens=%d+%d${i.replace(`$`,`\\$`)}".format(
                        Locale.ROOT, model, (System.nanoTime() - began) / 1e9,
                        usage.inputTokens(), usage.outputTokens()${a},
                    ),
                )
            }
        }
    }
}`}function U({name:e,model:t,prompt:n,price:r}){let i=r?` cost=\${(usage.InputTokenCount * ${r.input} + usage.OutputTokenCount * ${r.output}) / 1e6:F6}`:``;return`using System.ClientModel;
using System.ClientModel.Primitives;
using System.Diagnostics;
using OpenAI.Responses;

#pragma warning disable OPENAI001 // The library marks the Responses API as not final.

var watch = Stopwatch.StartNew();
var model = ${D(t)};
var client = new ResponsesClient(
    new ApiKeyCredential(Environment.GetEnvironmentVariable("${e}")!),
    new ResponsesClientOptions
    {
        Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_BASE_URL") ?? "https://api.openai.com/v1"),
        NetworkTimeout = TimeSpan.FromSeconds(60),
        RetryPolicy = new ClientRetryPolicy(maxRetries: 5),
    });
await foreach (var update in client.CreateResponseStreamingAsync(model, ${D(n)}))
{
    if (update is StreamingResponseOutputTextDeltaUpdate part) Console.Write(part.Delta);
    if (update is StreamingResponseCompletedUpdate { Response.Usage: { } usage })
    {
        Console.WriteLine();
        Console.Error.WriteLine(FormattableString.Invariant(
            $"model={model} seconds={watch.Elapsed.TotalSeconds:F1} tokens={usage.InputTokenCount}+{usage.OutputTokenCount}${i}"));
    }
}`}function W({name:e,model:t,prompt:n,price:r}){let{form:i,value:a}=j(r,`usage.input_tokens`,`usage.output_tokens`);return`require "openai"

began = Process.clock_gettime(Process::CLOCK_MONOTONIC)
model = ${k(t)}
client = OpenAI::Client.new(api_key: ENV.fetch("${e}"), timeout: 60, max_retries: 5)
stream = client.responses.stream(model: model, input: ${k(n)})
stream.text.each { |part| print part }
puts
usage = stream.get_final_response.usage
seconds = Process.clock_gettime(Process::CLOCK_MONOTONIC) - began
warn format("model=%s seconds=%.1f tokens=%d+%d${i}",
  model, seconds, usage.input_tokens, usage.output_tokens${a})`}function G({name:e,model:t,prompt:n,price:r}){return`#!/usr/bin/env bash
base=\${OPENAI_BASE_URL:-https://api.openai.com/v1}
began=$SECONDS
folder=$(mktemp -d) && trap 'rm -r "$folder"' EXIT
for try in 1 2 3 4 5; do
  : > "$folder/head"
  # printf is part of the shell, so the key stands in no list of programs.
  printf 'header = "Authorization: Bearer %s"\\n' "$${e}" |
    curl --config - --silent --show-error --no-buffer --connect-timeout 10 --speed-limit 1 --speed-time 60 \\
      --dump-header "$folder/head" --header 'Content-Type: application/json' \\
      --data ${K(JSON.stringify({model:t,input:n,stream:!0}))} "$base/responses" |
    tee "$folder/said" |
    jq -Rj --unbuffered 'select(startswith("data: {"))[6:] | fromjson | select(.type == "response.output_text.delta").delta'
  status=$(sed -n 's/^HTTP[^ ]* \\([0-9]*\\).*/\\1/p' "$folder/head" | tail -n 1)
  [ "$status" = 200 ] && break
  # No credit is a 429 too, and no pause fixes it.
  if [ "$try" = 5 ] || grep -q insufficient_quota "$folder/said" || [[ ! \${status:-500} =~ ^(408|409|429|5..)$ ]]; then
    echo "refused with \${status:-no answer}: $(head -c 300 "$folder/said")" >&2
    exit 1
  fi
  wait=$(sed -n 's/^[Rr]etry-[Aa]fter: *\\([0-9]*\\).*/\\1/p' "$folder/head" | tail -n 1)
  pause=$((RANDOM % (1000 * 2 ** (try - 1))))
  [ "$((\${wait:-0} * 1000))" -gt "$pause" ] && pause=$((wait * 1000))
  printf 'try %d failed, again in %d.%03d s\\n' "$try" "$((pause / 1000))" "$((pause % 1000))" >&2
  sleep "$((pause / 1000)).$(printf %03d "$((pause % 1000))")"
done
printf '\\n'
printf 'model=%s' ${K(t)} >&2
jq -Rr 'select(startswith("data: {"))[6:] | fromjson | select(.type == "response.completed").response.usage | "\\(.input_tokens) \\(.output_tokens)"' "$folder/said" |
  LC_ALL=C awk -v seconds="$((SECONDS - began))" '{ printf " seconds=%d tokens=%d+%d${r?` cost=$%.6f\\n", seconds, $1, $2, ($1 * ${r.input} + $2 * ${r.output}) / 1e6`:`\\n", seconds, $1, $2`} }' >&2`}var K=e=>`'${e.replaceAll(`'`,`'\\''`)}'`;function q(e,t){if(e.provider!==`openai`||e.kind===`admin`||e.image)return[];let{model:n,prompt:i}=e,a={name:t,model:n,prompt:i,price:s(n)};return[...ne(a),{id:`careful-python`,label:r(`Python, nothing to install`),language:`python`,text:J(a)},{id:`careful-node`,label:r(`Node, nothing to install`),language:`javascript`,text:Y(a,!1)},{id:`careful-typescript`,label:r(`TypeScript, nothing to install`),language:`typescript`,text:Y(a,!0)},{id:`careful-curl`,label:r(`curl and jq, in bash`),language:`bash`,text:G(a)},{id:`stand-in`,label:r(`A stand-in for the API, for local tests`),language:`javascript`,text:X}]}function J({name:e,model:t,prompt:n,price:r}){return`import json, os, random, sys, time, urllib.error, urllib.request

base = os.environ.get("OPENAI_BASE_URL", "https://api.openai.com/v1")
model = ${D(t)}${r?`\nprice = (${r.input}, ${r.output})  # US dollars for a million tokens in and out, as of ${c}`:``}

def ask(prompt, tries=5):
    body = json.dumps({"model": model, "input": prompt, "stream": True}).encode()
    headers = {"Authorization": f"Bearer {os.environ['${e}']}", "Content-Type": "application/json"}
    for attempt in range(tries):
        wait = 0.0
        try:
            return urllib.request.urlopen(urllib.request.Request(f"{base}/responses", body, headers), timeout=30)
        except urllib.error.HTTPError as error:
            said = error.read().decode(errors="replace")
            # No credit is a 429 too, and no pause fixes it.
            again = error.code in (408, 409, 429) or error.code >= 500
            if not again or "insufficient_quota" in said or attempt == tries - 1:
                raise SystemExit(f"refused with {error.code}: {said[:300]}")
            wait = float(error.headers.get("retry-after") or 0)
        except (urllib.error.URLError, TimeoutError):
            if attempt == tries - 1:
                raise
        pause = max(wait, random.uniform(0, min(30, 2**attempt)))
        print(f"try {attempt + 1} failed, again in {pause:.1f} s", file=sys.stderr)
        time.sleep(pause)

began = time.monotonic()
with ask(${D(n)}) as answer:
    for line in answer:
        if not line.startswith(b"data: {"):
            continue
        event = json.loads(line[6:])
        if event["type"] == "response.output_text.delta":
            print(event["delta"], end="", flush=True)
        if event["type"] == "response.completed":
            usage = event["response"]["usage"]
print()
tokens = (usage["input_tokens"], usage["output_tokens"])
print(f"model={model} seconds={time.monotonic() - began:.1f} tokens={tokens[0]}+{tokens[1]}"${r?`
      f" cost=\${(tokens[0] * price[0] + tokens[1] * price[1]) / 1e6:.6f}"`:``}, file=sys.stderr)`}function Y({name:e,model:t,prompt:n,price:r},i){let a=e=>i?e:``;return`${a(`type Event = { type: string; delta?: string; response?: { usage: { input_tokens: number; output_tokens: number } } }

`)}const base = process.env.OPENAI_BASE_URL ?? 'https://api.openai.com/v1'
const model = ${D(t)}${r?`\nconst price = { input: ${r.input}, output: ${r.output} } // US dollars for a million tokens, as of ${c}`:``}

async function ask(prompt${a(`: string`)}, tries = 5)${a(`: Promise<Response>`)} {
  for (let attempt = 1; ; attempt++) {
    let wait = 0
    const response = await fetch(\`\${base}/responses\`, {
      method: 'POST',
      headers: { Authorization: \`Bearer \${process.env.${e}}\`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ model, input: prompt, stream: true }),
      signal: AbortSignal.timeout(60_000),
    }).catch((thrown${a(`: unknown`)}) => {
      if (attempt === tries) throw thrown
    })
    if (response?.ok) return response
    if (response) {
      const said = await response.text()
      // No credit is a 429 too, and no pause fixes it.
      const again = [408, 409, 429].includes(response.status) || response.status >= 500
      if (!again || said.includes('insufficient_quota') || attempt === tries)
        throw new Error(\`refused with \${response.status}: \${said.slice(0, 300)}\`)
      wait = Number(response.headers.get('retry-after') ?? 0)
    }
    const pause = Math.max(wait, Math.random() * Math.min(30, 2 ** (attempt - 1)))
    console.error(\`try \${attempt} failed, again in \${pause.toFixed(1)} s\`)
    await new Promise(resolve => setTimeout(resolve, pause * 1000))
  }
}

const began = Date.now()
const response = await ask(${D(n)})
let usage = { input_tokens: 0, output_tokens: 0 }
let rest = ''
const decoder = new TextDecoder()
for await (const bytes of response.body ?? []) {
  const lines = (rest + decoder.decode(bytes, { stream: true })).split('\\n')
  rest = lines.pop() ?? ''
  for (const line of lines) {
    if (!line.startsWith('data: {')) continue
    const event${a(`: Event`)} = JSON.parse(line.slice(6))
    if (event.type === 'response.output_text.delta') process.stdout.write(event.delta ?? '')
    if (event.type === 'response.completed' && event.response) usage = event.response.usage
  }
}
console.log()
const { input_tokens, output_tokens } = usage
console.error(
  \`model=\${model} seconds=\${((Date.now() - began) / 1000).toFixed(1)} tokens=\${input_tokens}+\${output_tokens}\`${r?" +\n    ` cost=$${((input_tokens * price.input + output_tokens * price.output) / 1e6).toFixed(6)}`":``},
)${a(`

export {}`)}`}var X=`import { createServer } from 'node:http'

// Start it with: node stand-in.mjs, then your program with OPENAI_BASE_URL=http://127.0.0.1:4010/v1 and any key.
let calls = 0
createServer(async (request, response) => {
  let body = ''
  for await (const piece of request) body += piece
  if (++calls % 3 === 1) {
    response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '0' })
    return response.end(JSON.stringify({ error: { code: 'rate_limit_exceeded', message: 'Rate limit reached' } }))
  }
  const { model, stream } = JSON.parse(body || '{}')
  const words = ['Hello ', 'from ', 'your ', 'own ', 'computer.']
  const part = text => ({ type: 'output_text', text, annotations: [], logprobs: [] })
  const item = (status, content) => ({ type: 'message', id: 'msg_1', role: 'assistant', status, content })
  const begun = {
    id: 'resp_1', object: 'response', created_at: Math.floor(Date.now() / 1000), status: 'in_progress', model, output: [],
    error: null, incomplete_details: null, instructions: null, metadata: {}, parallel_tool_calls: true,
    tool_choice: 'auto', tools: [], temperature: 1, top_p: 1, usage: null,
  }
  const whole = {
    ...begun, status: 'completed', output: [item('completed', [part(words.join(''))])],
    usage: {
      input_tokens: 12, input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
      output_tokens: 5, output_tokens_details: { reasoning_tokens: 0 }, total_tokens: 17,
    },
  }
  if (!stream) {
    response.writeHead(200, { 'content-type': 'application/json' })
    return response.end(JSON.stringify(whole))
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  let count = 0
  const tell = (type, more) =>
    response.write(\`event: \${type}\\ndata: \${JSON.stringify({ type, sequence_number: count++, ...more })}\\n\\n\`)
  const at = { item_id: 'msg_1', output_index: 0, content_index: 0 }
  tell('response.created', { response: begun })
  tell('response.in_progress', { response: begun })
  tell('response.output_item.added', { output_index: 0, item: item('in_progress', []) })
  tell('response.content_part.added', { ...at, part: part('') })
  for (const delta of words) tell('response.output_text.delta', { ...at, delta, logprobs: [] })
  tell('response.output_text.done', { ...at, text: words.join(''), logprobs: [] })
  tell('response.content_part.done', { ...at, part: part(words.join('')) })
  tell('response.output_item.done', { output_index: 0, item: whole.output[0] })
  tell('response.completed', { response: whole })
  response.end()
}).listen(Number(process.env.PORT ?? 4010), '127.0.0.1', () => console.log('The stand-in is ready.'))`;function Z(e){return[{id:`python-dotenv`,label:r(`Python with .env`),language:`python`,install:`pip install python-dotenv`,text:`from dotenv import load_dotenv

load_dotenv()  # before anything that reads ${e}`},{id:`node-dotenv`,label:r(`Node with .env`),language:`bash`,text:`node --env-file=.env app.js`},{id:`docker`,label:`Docker`,language:`bash`,text:`docker run --rm --env ${e} my-image`},{id:`compose`,label:`Docker Compose`,language:`yaml`,text:`services:
  app:
    image: my-image
    environment:
      - ${e}`}]}function re(e,t){if(e.provider!==`openai`||e.kind===`admin`||e.image)return[];let{model:n,prompt:r,instructions:i}=e,a=JSON.stringify({model:n,...i!==void 0&&{instructions:i},input:r});return[{id:`go`,label:`Go`,language:`go`,text:ie(a,t)},{id:`java`,label:`Java`,language:`java`,text:ae(a,t)},{id:`ruby`,label:`Ruby`,language:`ruby`,text:oe(a,t)},{id:`php`,label:`PHP`,language:`php`,text:se(a,t)}]}var ie=(e,t)=>`package main

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strings"
	"time"
)

func main() {
	base := os.Getenv("OPENAI_BASE_URL")
	if base == "" {
		base = "https://api.openai.com/v1"
	}
	body := strings.NewReader(${D(e)})
	request, err := http.NewRequest("POST", base+"/responses", body)
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+os.Getenv("${t}"))
	request.Header.Set("Content-Type", "application/json")
	client := &http.Client{Timeout: 60 * time.Second}
	response, err := client.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	said, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != 200 {
		log.Fatalf("refused with %d: %s", response.StatusCode, said)
	}
	var answer struct {
		Output []struct {
			Content []struct {
				Text string \`json:"text"\`
			} \`json:"content"\`
		} \`json:"output"\`
	}
	if err := json.Unmarshal(said, &answer); err != nil {
		log.Fatal(err)
	}
	for _, item := range answer.Output {
		for _, part := range item.Content {
			fmt.Println(part.Text)
		}
	}
}`,ae=(e,t)=>`import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

public class Main {
    public static void main(String[] args) throws Exception {
        var base = System.getenv().getOrDefault("OPENAI_BASE_URL", "https://api.openai.com/v1");
        var request = HttpRequest.newBuilder(URI.create(base + "/responses"))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + System.getenv("${t}"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(${D(e)}))
            .build();
        var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
        var response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            System.err.println("refused with " + response.statusCode() + ": " + response.body());
            System.exit(1);
        }
        // Java brings no reader of JSON along: give this to the one your project uses.
        System.out.println(response.body());
    }
}`,oe=(e,t)=>`require "json"
require "net/http"

base = ENV.fetch("OPENAI_BASE_URL", "https://api.openai.com/v1")
uri = URI("#{base}/responses")
request = Net::HTTP::Post.new(uri)
request["Authorization"] = "Bearer #{ENV.fetch("${t}")}"
request["Content-Type"] = "application/json"
request.body = ${k(e)}
options = { use_ssl: uri.scheme == "https", open_timeout: 10, read_timeout: 60 }
response = Net::HTTP.start(uri.host, uri.port, **options) { |http| http.request(request) }
abort "refused with #{response.code}: #{response.body}" unless response.is_a?(Net::HTTPSuccess)
JSON.parse(response.body)["output"].each do |item|
  (item["content"] || []).each { |part| puts part["text"] }
end`,se=(e,t)=>`<?php
$base = getenv('OPENAI_BASE_URL') ?: 'https://api.openai.com/v1';
$context = stream_context_create(['http' => [
    'method' => 'POST',
    'header' => "Content-Type: application/json\\r\\nAuthorization: Bearer " . getenv('${t}'),
    'content' => ${k(e)},
    'timeout' => 60,
    'ignore_errors' => true,
]]);
$said = file_get_contents("$base/responses", false, $context);
if ($said === false || !str_contains($http_response_header[0], ' 200')) {
    fwrite(STDERR, 'refused: ' . ($said ?: 'no answer') . "\\n");
    exit(1);
}
foreach (json_decode($said, true)['output'] as $item) {
    foreach ($item['content'] ?? [] as $part) {
        echo $part['text'], "\\n";
    }
}`;function Q(e){let t=n(e);return{call:[...x(e,t),...re(e,t)],careful:q(e,t),check:ce(t),keep:Z(t),elsewhere:v(t,e.provider)}}function ce(e){return[{id:`check-python`,label:`Python`,language:`python`,text:`import os

key = os.environ.get("${e}")
print(f"${e} is set and ends in {key[-4:]}" if key else "${e} is not set here")`},{id:`check-node`,label:`Node`,language:`javascript`,text:`const key = process.env.${e}
console.log(key ? \`${e} is set and ends in \${key.slice(-4)}\` : '${e} is not set here')`},{id:`check-bash`,label:r(`bash and zsh`),language:`bash`,text:`if [ -n "$${e}" ]; then
  echo "${e} is set and ends in $(printf %s "$${e}" | tail -c 4)"
else
  echo "${e} is not set here"
fi`},{id:`check-powershell`,label:`PowerShell`,language:`powershell`,text:`if ($env:${e}) { "${e} is set and ends in " + $env:${e}.Substring($env:${e}.Length - 4) } else { "${e} is not set here" }`}]}var le=e(o(),1),$=a();function ue({title:e,choices:t}){let[n,i]=(0,le.useState)(t[0]?.id),a=t.find(e=>e.id===n)??t[0];return a?(0,$.jsxs)(`section`,{className:`stack`,"aria-label":e,children:[(0,$.jsxs)(`div`,{className:`cluster ends`,children:[(0,$.jsx)(`h3`,{children:e}),(0,$.jsx)(`select`,{"aria-label":r(`{title}: which tool`,{title:e}),className:`narrow-select`,value:a.id,onChange:e=>i(e.currentTarget.value),children:t.map(e=>(0,$.jsx)(`option`,{value:e.id,children:e.label},e.id))})]}),(0,$.jsx)(l,{snippet:a})]}):null}export{Q as n,d as r,ue as t};