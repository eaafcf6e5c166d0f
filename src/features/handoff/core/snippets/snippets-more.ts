/**
 * The same call in more languages, with what each brings along and nothing to install: the variable, a time-out, and what was refused said
 * without the key. `OPENAI_BASE_URL` leads it to the stand-in for local tests. Pure.
 */
import { inSingleQuotes, quoted } from './literals.ts'
import type { Snippet, SnippetSubject } from './snippet.ts'

export function moreSnippets(subject: SnippetSubject, name: string): Snippet[] {
  if (subject.provider !== 'openai' || subject.kind === 'admin' || subject.image) return []
  const { model, prompt, instructions } = subject
  const body = JSON.stringify({ model, ...(instructions !== undefined && { instructions }), input: prompt })
  return [
    { id: 'go', label: 'Go', language: 'go', text: go(body, name) },
    { id: 'java', label: 'Java', language: 'java', text: java(body, name) },
    { id: 'ruby', label: 'Ruby', language: 'ruby', text: ruby(body, name) },
    { id: 'php', label: 'PHP', language: 'php', text: php(body, name) },
  ]
}

const go = (body: string, name: string) => `package main

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
	body := strings.NewReader(${quoted(body)})
	request, err := http.NewRequest("POST", base+"/responses", body)
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+os.Getenv("${name}"))
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
}`

const java = (body: string, name: string) => `import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

public class Main {
    public static void main(String[] args) throws Exception {
        var base = System.getenv().getOrDefault("OPENAI_BASE_URL", "https://api.openai.com/v1");
        var request = HttpRequest.newBuilder(URI.create(base + "/responses"))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + System.getenv("${name}"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(${quoted(body)}))
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
}`

const ruby = (body: string, name: string) => `require "json"
require "net/http"

base = ENV.fetch("OPENAI_BASE_URL", "https://api.openai.com/v1")
uri = URI("#{base}/responses")
request = Net::HTTP::Post.new(uri)
request["Authorization"] = "Bearer #{ENV.fetch("${name}")}"
request["Content-Type"] = "application/json"
request.body = ${inSingleQuotes(body)}
options = { use_ssl: uri.scheme == "https", open_timeout: 10, read_timeout: 60 }
response = Net::HTTP.start(uri.host, uri.port, **options) { |http| http.request(request) }
abort "refused with #{response.code}: #{response.body}" unless response.is_a?(Net::HTTPSuccess)
JSON.parse(response.body)["output"].each do |item|
  (item["content"] || []).each { |part| puts part["text"] }
end`

const php = (body: string, name: string) => `<?php
$base = getenv('OPENAI_BASE_URL') ?: 'https://api.openai.com/v1';
$context = stream_context_create(['http' => [
    'method' => 'POST',
    'header' => "Content-Type: application/json\\r\\nAuthorization: Bearer " . getenv('${name}'),
    'content' => ${inSingleQuotes(body)},
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
}`
