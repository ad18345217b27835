/** Class names that sites give a post, and nothing but one. */
export const POST_NAME =
	/(?:^|\s)(?:comment|reply|post|message|review|answer|tweet|status)(?:[-_](?:item|entry|wrapper|container|card|node|row))?(?:$|\s)/i;
