<?php
/* Takes the messages of Harreman's widgets: keeps each one once, then mails it. PHP 7.4 or newer, nothing else.
   Change these two lines; the folder must not be served to the web, and PHP must be able to write into it. */
const TO = 'you@example.com';
const FOLDER = __DIR__ . '/../harreman-messages';

function answer(int $status, array $body): void {
    http_response_code($status);
    header('Content-Type: application/json');
    exit(json_encode($body));
}
function refuse(int $status, ?string $field, string $message): void {
    answer($status, ['ok' => false, 'errors' => [array_filter(['field' => $field, 'message' => $message])]]);
}

if ($_SERVER['REQUEST_METHOD'] !== 'POST') refuse(405, null, 'Send a message here by POST.');
if ($_FILES) refuse(413, null, 'No files, please.');
$text = file_get_contents('php://input', false, null, 0, 300000);
if (strlen($text) >= 300000) refuse(413, null, 'This is too long.');
$message = $_POST ?: json_decode($text, true);
$id = is_array($message) ? ($message['submission_id'] ?? '') : '';
if (!is_string($id) || !preg_match('/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\z/', $id)) refuse(400, null, 'This is no message.');
$email = $message['email'] ?? '';
if ($email !== '' && !filter_var($email, FILTER_VALIDATE_EMAIL)) refuse(422, 'email', 'Is this address right?');

$done = ['ok' => true, 'submission_id' => $id];
if (!is_dir(FOLDER) && !mkdir(FOLDER, 0700, true) && !is_dir(FOLDER)) refuse(500, null, 'It can not be kept.');
$lock = fopen(FOLDER . '/lock', 'c');
if (!$lock || !flock($lock, LOCK_EX)) refuse(503, null, 'Please try again.');
$file = FOLDER . "/$id.json";
if (file_exists($file)) answer(200, $done); // A try that was repeated: it has been kept and mailed before.
$kept = json_encode($message, JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE);
if (file_put_contents("$file.new", $kept) !== strlen($kept) || !rename("$file.new", $file)) refuse(500, null, 'It can not be kept.');

$body = '';
foreach ($message as $name => $value) $body .= "$name: " . (is_array($value) ? implode(', ', array_map('json_encode', $value)) : (is_bool($value) ? 'yes' : $value)) . "\n";
// Nothing that a visitor wrote stands in a header, but an address that was checked.
$headers = ['Content-Type' => 'text/plain; charset=utf-8'] + ($email !== '' ? ['Reply-To' => $email] : []);
if (!mail(TO, 'Message from your site: ' . substr($id, 0, 8), $body, $headers)) error_log("harreman: $id is kept in " . FOLDER . ' and could not be mailed');
answer(200, $done);
