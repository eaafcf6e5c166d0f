/** The careful call in Rust, by async-openai, and in Swift, where the tries are written out. Pure. */
import { cost, inBraces } from './literals.ts'
import type { Careful } from './snippet.ts'

export function rust({ name, model, prompt, price }: Careful): string {
  const spent = price
    ? {
        form: ` cost=\${:.6}`,
        value: `,
                        (f64::from(usage.input_tokens) * ${decimal(price.input)} + f64::from(usage.output_tokens) * ${decimal(price.output)}) / 1e6`,
      }
    : { form: '', value: '' }
  return `use async_openai::{
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
    let model = ${inBraces(model)};
    // The client tries again by itself, with growing pauses, but not where the credit is used up.
    let config = OpenAIConfig::default().with_api_key(std::env::var("${name}")?);
    let client = Client::with_config(config);
    let request = CreateResponseArgs::default()
        .model(model)
        .input(${inBraces(prompt)})
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
                        "model={} seconds={:.1} tokens={}+{}${spent.form}",
                        model,
                        began.elapsed().as_secs_f64(),
                        usage.input_tokens,
                        usage.output_tokens${spent.value}
                    );
                }
            }
            _ => {}
        }
    }
    Ok(())
}`
}

/** Rust takes no whole number for one with a fraction. */
const decimal = (value: number): string => (Number.isInteger(value) ? `${value}.0` : String(value))

export function swift({ name, model, prompt, price }: Careful): string {
  const { form, value } = cost(price, 'Double(usage.input_tokens)', 'Double(usage.output_tokens)')
  return `import AsyncHTTPClient
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
        request.headers.add(name: "Authorization", value: "Bearer \\(environment["${name}"] ?? "")")
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
        let model = ${inBraces(model)}
        let asked: [String: Any] = ["model": model, "input": ${inBraces(prompt)}, "stream": true]
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
                        format: " seconds=%.1f tokens=%d+%d${form}\\n",
                        Date().timeIntervalSince(began), usage.input_tokens, usage.output_tokens${value})
                    FileHandle.standardError.write(Data(log.utf8))
                }
            }
        }
    }
}`
}
