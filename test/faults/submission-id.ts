/** The `submission_id` that a body holds: JSON (also as text/plain), urlencoded or multipart. */
export const submissionIdIn = async (body: Buffer, type: string): Promise<string | undefined> => {
  try {
    const id = /^(?:multipart\/form-data|application\/x-www-form-urlencoded)/i.test(type)
      ? (await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()).get(
          'submission_id',
        )
      : (JSON.parse(body.toString()) as { submission_id?: unknown } | null)?.submission_id;
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
};
