/**
 * The careful call by the best-kept library of each language, which brings time-outs, other tries with growing pauses, and streaming along:
 * Python, Node, Go, Java, Kotlin, C# and Ruby by OpenAI's own, PHP by openai-php/client, Rust by async-openai; Swift has only an HTTP
 * client, so there the tries are written out. Each reads `OPENAI_BASE_URL`, writes the tokens and the cost to the log, and never the
 * key. Names and options were compared with the sources of the libraries on the day below. The tests run Node's, and Python's where its
 * library is; by hand, against the stand-in, were run Python's (openai 3.22.1), Ruby's (openai 0.80) and PHP's (openai-php/client
 * 0.20.1, Guzzle 7.4.5). The others were only parsed, and `isUnrun` says so on the screen. Pure.
 */
import { cost, inKotlin, inSingleQuotes, quoted } from './literals.ts'
import type { Careful, Snippet } from './snippet.ts'
import { node, python } from './snippets-official.ts'
import { rust, swift } from './snippets-own-tries.ts'
import { php } from './snippets-php.ts'

const checked = '2026-11-22'

type Library = Pick<Snippet, 'id' | 'label' | 'language' | 'install' | 'source'> & {
  write: (about: Careful) => string
  wasRun?: true
}

const libraries: Library[] = [
  {
    id: 'careful-python-library',
    label: 'Python',
    language: 'python',
    install: 'pip install openai',
    source: 'https://github.com/openai/openai-python#readme',
    write: python,
    wasRun: true,
  },
  {
    id: 'careful-node-library',
    label: 'Node, TypeScript',
    language: 'typescript',
    install: 'npm install openai',
    source: 'https://github.com/openai/openai-node#readme',
    write: node,
    wasRun: true,
  },
  {
    id: 'careful-go',
    label: 'Go',
    language: 'go',
    install: 'go get github.com/openai/openai-go/v3',
    source: 'https://github.com/openai/openai-go#readme',
    write: go,
  },
  {
    id: 'careful-java',
    label: 'Java',
    language: 'java',
    install: 'implementation("com.openai:openai-java:4.52.0")',
    source: 'https://github.com/openai/openai-java#readme',
    write: java,
  },
  {
    id: 'careful-kotlin',
    label: 'Kotlin',
    language: 'kotlin',
    install: 'implementation("com.openai:openai-java:4.52.0")',
    source: 'https://github.com/openai/openai-java#readme',
    write: kotlin,
  },
  {
    id: 'careful-csharp',
    label: 'C#',
    language: 'csharp',
    install: 'dotnet add package OpenAI',
    source: 'https://github.com/openai/openai-dotnet#readme',
    write: csharp,
  },
  {
    id: 'careful-ruby',
    label: 'Ruby',
    language: 'ruby',
    install: 'gem install openai',
    source: 'https://github.com/openai/openai-ruby#readme',
    write: ruby,
    wasRun: true,
  },
  {
    id: 'careful-php',
    label: 'PHP',
    language: 'php',
    install: 'composer require openai-php/client guzzlehttp/guzzle',
    source: 'https://github.com/openai-php/client#readme',
    write: php,
    wasRun: true,
  },
  {
    id: 'careful-rust',
    label: 'Rust',
    language: 'rust',
    install: 'cargo add async-openai -F responses; cargo add futures; cargo add tokio -F full',
    source: 'https://docs.rs/async-openai',
    write: rust,
  },
  {
    id: 'careful-swift',
    label: 'Swift',
    language: 'swift',
    install:
      'swift package add-dependency https://github.com/swift-server/async-http-client.git --from 1.9.0',
    source: 'https://github.com/swift-server/async-http-client#readme',
    write: swift,
  },
]

export function librarySnippets(about: Careful): Snippet[] {
  return libraries.map(({ write, wasRun, ...library }) => ({
    ...library,
    text: write(about),
    checked,
    ...(!wasRun && { isUnrun: true as const }),
  }))
}

function go({ name, model, prompt, price }: Careful): string {
  const { form, value } = cost(price, 'float64(usage.InputTokens)', 'float64(usage.OutputTokens)')
  return `package main

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
	model := ${quoted(model)}
	client := openai.NewClient(
		option.WithAPIKey(os.Getenv("${name}")),
		option.WithRequestTimeout(60*time.Second), // for each try
		option.WithMaxRetries(5),
	)
	stream := client.Responses.NewStreaming(context.Background(), responses.ResponseNewParams{
		Model: model,
		Input: responses.ResponseNewParamsInputUnion{OfString: openai.String(${quoted(prompt)})},
	})
	defer stream.Close()
	for stream.Next() {
		switch event := stream.Current().AsAny().(type) {
		case responses.ResponseTextDeltaEvent:
			fmt.Print(event.Delta)
		case responses.ResponseCompletedEvent:
			usage := event.Response.Usage
			fmt.Println()
			log.Printf("model=%s seconds=%.1f tokens=%d+%d${form}",
				model, time.Since(began).Seconds(), usage.InputTokens, usage.OutputTokens${value})
		}
	}
	if err := stream.Err(); err != nil {
		log.Fatal(err)
	}
}`
}

function java({ name, model, prompt, price }: Careful): string {
  const { form, value } = cost(price, 'usage.inputTokens()', 'usage.outputTokens()')
  return `import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.responses.ResponseCreateParams;
import java.time.Duration;
import java.util.Locale;

public class Main {
    public static void main(String[] args) {
        var began = System.nanoTime();
        var model = ${quoted(model)};
        var client = OpenAIOkHttpClient.builder()
            .fromEnv()
            .apiKey(System.getenv("${name}"))
            .timeout(Duration.ofSeconds(60))
            .maxRetries(5)
            .build();
        var params = ResponseCreateParams.builder().model(model).input(${quoted(prompt)}).build();
        try (var answer = client.responses().createStreaming(params)) {
            answer.stream().forEach(event -> {
                event.outputTextDelta().ifPresent(part -> System.out.print(part.delta()));
                event.completed().flatMap(done -> done.response().usage()).ifPresent(usage -> {
                    System.out.println();
                    System.err.printf(Locale.ROOT, "model=%s seconds=%.1f tokens=%d+%d${form}%n",
                        model, (System.nanoTime() - began) / 1e9, usage.inputTokens(), usage.outputTokens()${value});
                });
            });
        }
    }
}`
}

function kotlin({ name, model, prompt, price }: Careful): string {
  const { form, value } = cost(price, 'usage.inputTokens()', 'usage.outputTokens()')
  return `import com.openai.client.okhttp.OpenAIOkHttpClient
import com.openai.models.responses.ResponseCreateParams
import java.time.Duration
import java.util.Locale

fun main() {
    val began = System.nanoTime()
    val model = ${inKotlin(model)}
    val client = OpenAIOkHttpClient.builder()
        .fromEnv()
        .apiKey(System.getenv("${name}"))
        .timeout(Duration.ofSeconds(60))
        .maxRetries(5)
        .build()
    val params = ResponseCreateParams.builder().model(model).input(${inKotlin(prompt)}).build()
    client.responses().createStreaming(params).use { answer ->
        answer.stream().forEach { event ->
            event.outputTextDelta().ifPresent { part -> print(part.delta()) }
            event.completed().flatMap { done -> done.response().usage() }.ifPresent { usage ->
                println()
                System.err.println(
                    "model=%s seconds=%.1f tokens=%d+%d${form.replace('$', '\\$')}".format(
                        Locale.ROOT, model, (System.nanoTime() - began) / 1e9,
                        usage.inputTokens(), usage.outputTokens()${value},
                    ),
                )
            }
        }
    }
}`
}

function csharp({ name, model, prompt, price }: Careful): string {
  const spent = price
    ? ` cost=\${(usage.InputTokenCount * ${price.input} + usage.OutputTokenCount * ${price.output}) / 1e6:F6}`
    : ''
  return `using System.ClientModel;
using System.ClientModel.Primitives;
using System.Diagnostics;
using OpenAI.Responses;

#pragma warning disable OPENAI001 // The library marks the Responses API as not final.

var watch = Stopwatch.StartNew();
var model = ${quoted(model)};
var client = new ResponsesClient(
    new ApiKeyCredential(Environment.GetEnvironmentVariable("${name}")!),
    new ResponsesClientOptions
    {
        Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_BASE_URL") ?? "https://api.openai.com/v1"),
        NetworkTimeout = TimeSpan.FromSeconds(60),
        RetryPolicy = new ClientRetryPolicy(maxRetries: 5),
    });
await foreach (var update in client.CreateResponseStreamingAsync(model, ${quoted(prompt)}))
{
    if (update is StreamingResponseOutputTextDeltaUpdate part) Console.Write(part.Delta);
    if (update is StreamingResponseCompletedUpdate { Response.Usage: { } usage })
    {
        Console.WriteLine();
        Console.Error.WriteLine(FormattableString.Invariant(
            $"model={model} seconds={watch.Elapsed.TotalSeconds:F1} tokens={usage.InputTokenCount}+{usage.OutputTokenCount}${spent}"));
    }
}`
}

function ruby({ name, model, prompt, price }: Careful): string {
  const { form, value } = cost(price, 'usage.input_tokens', 'usage.output_tokens')
  return `require "openai"

began = Process.clock_gettime(Process::CLOCK_MONOTONIC)
model = ${inSingleQuotes(model)}
client = OpenAI::Client.new(api_key: ENV.fetch("${name}"), timeout: 60, max_retries: 5)
stream = client.responses.stream(model: model, input: ${inSingleQuotes(prompt)})
stream.text.each { |part| print part }
puts
usage = stream.get_final_response.usage
seconds = Process.clock_gettime(Process::CLOCK_MONOTONIC) - began
warn format("model=%s seconds=%.1f tokens=%d+%d${form}",
  model, seconds, usage.input_tokens, usage.output_tokens${value})`
}
