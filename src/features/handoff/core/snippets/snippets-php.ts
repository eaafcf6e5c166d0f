/** The careful call in PHP, by openai-php/client: it leaves time-outs and tries to Guzzle, whose middleware makes them. Pure. */
import { cost, inSingleQuotes } from './literals.ts'
import type { Careful } from './snippet.ts'

export function php({ name, model, prompt, price }: Careful): string {
  const { form, value } = cost(price, '$usage->inputTokens', '$usage->outputTokens')
  return `<?php
require 'vendor/autoload.php';

use GuzzleHttp\\{Client, HandlerStack, Middleware};

$began = microtime(true);
$model = ${inSingleQuotes(model)};
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
    ->withApiKey(getenv('${name}'))
    ->withBaseUri(getenv('OPENAI_BASE_URL') ?: 'https://api.openai.com/v1')
    ->withHttpClient(new Client([
        'handler' => $stack, 'connect_timeout' => 10, 'timeout' => 60, 'read_timeout' => 60,
    ]))
    ->make();
foreach ($client->responses()->createStreamed(['model' => $model, 'input' => ${inSingleQuotes(prompt)}]) as $event) {
    if ($event->event === 'response.output_text.delta') {
        echo $event->response->delta;
    }
    if ($event->event === 'response.completed') {
        $usage = $event->response->response->usage;
        echo PHP_EOL;
        fwrite(STDERR, sprintf('model=%s seconds=%.1f tokens=%d+%d${form}' . PHP_EOL,
            $model, microtime(true) - $began, $usage->inputTokens, $usage->outputTokens${value}));
    }
}`
}
