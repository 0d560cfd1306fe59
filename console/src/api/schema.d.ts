// Made by "npm run api" from the gateway's /openapi. Not to be edited.

export interface paths {
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tenant's API keys
         * @description Newest first, also those that have expired or were revoked. No answer here holds a key. Keys are the tenant's: they work on when their maker has left.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Make an API key
         * @description Its answer is the only one ever to hold the key, to be sent as X-API-Key. A key cannot do what its maker cannot.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One API key */
        get: operations["getApiKey"];
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description It is refused within a minute. Revoking it again changes nothing.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        /**
         * Give an API key another name, or change when it expires
         * @description A JSON Merge Patch. What it may do cannot be changed: make another key.
         */
        patch: operations["changeApiKey"];
        trace?: never;
    };
    "/api/v1/api-keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put another key in the place of this one
         * @description The new one has the same name, role and scopes, and lasts as long. The old one works beside it for the overlap, so that its users can change without a gap, and names the new one. The answer is the only one ever to hold the new key.
         */
        post: operations["rotateApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file to send
         * @description The body is the file itself, and what it is is seen by its bytes. Send it with a message that names its id in attachmentIds. Without a kind, images, videos and audio go as such where WhatsApp takes them, and everything else as a document.
         */
        post: {
            parameters: {
                query?: {
                    fileName?: string;
                    kind?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "*/*": string;
                };
            };
            responses: {
                /** @description Stored */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Attachment"];
                    };
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description limit-reached: the plan has no room for it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: components["responses"]["Conflict"];
                413: components["responses"]["BodyTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The bytes of a file
         * @description Also a part of them, by a Range header.
         */
        get: {
            parameters: {
                query?: never;
                header?: {
                    Range?: string;
                };
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file, with its own type where browsers may show it */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description The part that Range names */
                206: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what, newest first
         * @description Of all services, in the order in which it happened. An entry comes a moment after what it tells of.
         */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-entries/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The entries as CSV
         * @description In UTF-8 with a byte order mark, newest first, with the filters of the list; the last 30 days if no time is given. The export itself is in the audit.
         */
        get: operations["exportAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-entries/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify that nobody has tampered with the audit
         * @description Looks through the chain from its first entry that is kept, for some seconds: while the answer is not complete, ask again from its `next`. Give the sequence and hash that you kept of an entry to have it compared.
         */
        post: operations["verifyAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-entries/{sequence}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entry, by its number */
        get: operations["getAuditEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the channels, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description The nextCursor of the page before; absent for the first page. */
                    after?: string;
                    /** @description How many at most. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageChannelResponse"];
                    };
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        put?: never;
        /**
         * Connect a WhatsApp number
         * @description The answer has the webhook address to give to Meta. Secrets never come back. Check the channel afterwards to see whether Meta accepts the token.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CreateChannelRequest"];
                };
            };
            responses: {
                /** @description The channel */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChannelResponse"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description limit-reached: the plan allows no more channels */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: components["responses"]["Conflict"];
                413: components["responses"]["BodyTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{channelId}/template-syncs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read the templates anew
         * @description Those of the channel's business account.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    channelId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                /** @description templates-not-available: the channel has no businessAccountId */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                /** @description template-sync-failed: detail says what WhatsApp said */
                502: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One channel */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description As it is now, with its ETag */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChannelResponse"];
                    };
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        put?: never;
        post?: never;
        /**
         * Disconnect a channel
         * @description Its conversations stay and can be read.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        options?: never;
        head?: never;
        /**
         * Change a channel
         * @description JSON Merge Patch of name, settings, secrets and disabled. Secrets that are not given stay.
         */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                };
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MergePatchEditableChannel"];
                    "application/merge-patch+json": components["schemas"]["MergePatchEditableChannel"];
                };
            };
            responses: {
                /** @description As it is now, with its ETag */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChannelResponse"];
                    };
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                409: components["responses"]["Conflict"];
                412: components["responses"]["StaleVersion"];
                413: components["responses"]["BodyTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        trace?: never;
    };
    "/api/v1/channels/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the provider whether the channel works
         * @description Answers with the channel: connected, or failed with what the provider said in lastError. The provider is also told where the channel's webhook is; webhook says whether it took the address.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description As it is now, with its ETag */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChannelResponse"];
                    };
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whom one works with
         * @description By name, for everybody, so that an agent can hand a conversation over: without addresses and permissions, which members shows to those who may see them.
         */
        get: operations["listColleagues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contact-merges/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undoes a merge
         * @description Both contacts are as they were; what was changed since stays with the one that remained.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The merge */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MergeResponse"];
                    };
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description limit-reached: the plan allows no more contacts */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description contact-merge-not-found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description contact-merge-buried: the contact was itself merged since */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists and finds contacts */
        get: {
            parameters: {
                query?: {
                    /** @description The nextCursor of the page before; absent for the first page. */
                    after?: string;
                    /** @description Only those that are blocked, or that are not. */
                    blocked?: boolean;
                    /** @description How many at most. */
                    limit?: number;
                    /**
                     * @description Words of name, e-mail address or other identities, without regard to accents; or a phone number in any form.
                     * @example lucia
                     */
                    q?: string;
                    sort?: components["schemas"]["ContactSort"] & unknown;
                    /** @description They have this tag; several: all of them. */
                    tag?: string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageContactResponse"];
                    };
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        put?: never;
        /** Writes down a contact */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CreateContactRequest"];
                };
            };
            responses: {
                /** @description The contact */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ContactResponse"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description limit-reached: the plan allows no more contacts */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description identity-taken: another contact, named by contactId, has one of the identities */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: components["responses"]["BodyTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                /** @description validation-failed: a phone without country code, for instance */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows a contact
         * @description A contact that was merged into another is shown as that one, with its id.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The contact */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ContactResponse"];
                    };
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description contact-not-found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        put?: never;
        post?: never;
        /**
         * Erases a contact
         * @description With its identities and those that were merged into it. It cannot be undone. Their messages stay, without a name. If they write again they are a new contact.
         */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                };
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Erased */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description contact-not-found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description contact-merged: into the one that contactId names */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                412: components["responses"]["StaleVersion"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        options?: never;
        head?: never;
        /**
         * Changes a contact
         * @description A JSON Merge Patch: null removes a field.
         */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                };
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/merge-patch+json": components["schemas"]["MergePatchEditableContact"];
                    "application/json": components["schemas"]["MergePatchEditableContact"];
                };
            };
            responses: {
                /** @description The contact */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ContactResponse"];
                    };
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description contact-not-found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description contact-merged: into the one that contactId names */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description stale-version: somebody changed it meanwhile */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: components["responses"]["BodyTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        trace?: never;
    };
    "/api/v1/contacts/{id}/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists a contact's identities, oldest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description contact-not-found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        put?: never;
        /**
         * Adds an identity
         * @description Adding one that the contact has already changes nothing.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["IdentityRequest"];
                };
            };
            responses: {
                /** @description The identity */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IdentityResponse"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description contact-not-found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description identity-taken: by the contact that contactId names; contact-merged */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: components["responses"]["BodyTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                /** @description validation-failed */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/identities/{identityId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes an identity away from a contact */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UUID"];
                    identityId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Taken away */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description contact-not-found, identity-not-found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merges a duplicate into a contact
         * @description The contact keeps what it has; the duplicate fills what is empty and adds its identities, tags, attributes and conversations. It can be undone.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MergeContactsRequest"];
                };
            };
            responses: {
                /** @description The merge */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MergeResponse"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description contact-not-found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description contact-merged: one of the two was merged into another */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: components["responses"]["BodyTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                /** @description validation-failed: the duplicate is no contact, or the same */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what was merged into a contact, the latest first */
        get: {
            parameters: {
                query?: {
                    /** @description The nextCursor of the page before; absent for the first page. */
                    after?: string;
                    /** @description How many at most. */
                    limit?: number;
                };
                header?: never;
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description contact-not-found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List conversations
         * @description Those that the caller sees, the latest message first. With q those in which a message, the contact's name or their number has all its words, also resolved ones.
         */
        get: {
            parameters: {
                query?: {
                    /** @description The nextCursor of the page before; absent for the first page. */
                    after?: string;
                    /** @description me, none or the id of a member */
                    assignee?: string;
                    channel?: components["schemas"]["UUID"];
                    contact?: components["schemas"]["UUID"];
                    label?: components["schemas"]["UUID"];
                    /** @description How many at most. */
                    limit?: number;
                    /**
                     * @description Words, each of them the beginning of one, whatever its case and accents; part of a number from any digit on.
                     * @example pan lucía
                     */
                    q?: string;
                    /** @description By the last message: newest (first, the default) or oldest */
                    sort?: string;
                    /** @description Any of open, pending, snoozed, resolved, by commas; all but resolved by default, all with q */
                    status?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageConversation"];
                    };
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        put?: never;
        /**
         * Write to a number
         * @description In the conversation that is open with it, else in a new one. To somebody who has not written within the reply window, only a template can be sent.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StartConversationRequest"];
                };
            };
            responses: {
                /** @description Queued */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConversationStartedResponse"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description tenant-suspended · limit-reached: the messages of the month are used up */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: components["responses"]["Conflict"];
                413: components["responses"]["BodyTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many there are
         * @description Of what is not resolved and the caller sees.
         */
        get: {
            parameters: {
                query?: {
                    channel?: components["schemas"]["UUID"];
                    label?: components["schemas"]["UUID"];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConversationCounts"];
                    };
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the notes, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description The nextCursor of the page before; absent for the first page. */
                    after?: string;
                    /** @description How many at most. */
                    limit?: number;
                };
                header?: never;
                path: {
                    conversationId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageNoteResponse"];
                    };
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        put?: never;
        /** Write a note */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path: {
                    conversationId: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NoteRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NoteResponse"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                409: components["responses"]["Conflict"];
                413: components["responses"]["BodyTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/notes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a note
         * @description By its author.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    conversationId: components["schemas"]["UUID"];
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        options?: never;
        head?: never;
        /**
         * Change a note
         * @description JSON Merge Patch of text, by the note's author.
         */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                };
                path: {
                    conversationId: components["schemas"]["UUID"];
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MergePatchNoteRequest"];
                    "application/merge-patch+json": components["schemas"]["MergePatchNoteRequest"];
                };
            };
            responses: {
                /** @description As it is now, with its ETag */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NoteResponse"];
                    };
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                409: components["responses"]["Conflict"];
                412: components["responses"]["StaleVersion"];
                413: components["responses"]["BodyTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        trace?: never;
    };
    "/api/v1/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One conversation */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description As it is now, with its ETag */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Conversation"];
                    };
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change its priority
         * @description JSON Merge Patch of priority.
         */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                };
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MergePatchEditableConversation"];
                    "application/merge-patch+json": components["schemas"]["MergePatchEditableConversation"];
                };
            };
            responses: {
                /** @description As it is now, with its ETag */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Conversation"];
                    };
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                409: components["responses"]["Conflict"];
                412: components["responses"]["StaleVersion"];
                413: components["responses"]["BodyTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        trace?: never;
    };
    "/api/v1/conversations/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign it to a member, or to nobody
         * @description Agents may give what is theirs or nobody's to themselves, a colleague or nobody; supervisors and above assign freely. Whoever no longer sees it is answered with it this once.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AssignRequest"];
                };
            };
            responses: {
                /** @description As it is now, with its ETag */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Conversation"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                409: components["responses"]["Conflict"];
                413: components["responses"]["BodyTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put these labels on it, and no others */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LabelsRequest"];
                };
            };
            responses: {
                /** @description As it is now, with its ETag */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Conversation"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                409: components["responses"]["Conflict"];
                413: components["responses"]["BodyTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was said
         * @description Newest first; follow nextCursor by after into the past. With around, what was said before and after a message, and previousCursor to follow by before towards the present. With q, what has these words.
         */
        get: {
            parameters: {
                query?: {
                    /** @description The nextCursor of the page before; absent for the first page. */
                    after?: string;
                    /** @description The id of a message: the page that it is in the middle of. */
                    around?: components["schemas"]["UUID"];
                    /** @description The previousCursor of a page: what was said next. */
                    before?: string;
                    /** @description How many at most. */
                    limit?: number;
                    /** @description Words, each of them the beginning of one. */
                    q?: string;
                };
                header?: never;
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description conversation-not-found, message-not-found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        put?: never;
        /**
         * Say something in a conversation
         * @description Answers as soon as the message is queued; its status then goes sent, delivered, read, or failed, or unknown where the provider's answer was lost. Messages of a conversation are sent in order. Outside the reply window only templates are taken. A reaction is no message of its own: the answer is the message it is about, which shows it once it is sent.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SendMessageRequest"];
                };
            };
            responses: {
                /** @description Queued */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Message"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description tenant-suspended · limit-reached: the messages of the month are used up, limit says when the next begins */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                /** @description reply-window-closed, channel-disabled, channel-removed, contact-blocked, conversation-superseded */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: components["responses"]["BodyTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark all of it as read */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description As it is now, with its ETag */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Conversation"];
                    };
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopen it
         * @description If the contact has another open conversation on this channel, that one is the answer.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description As it is now, with its ETag */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Conversation"];
                    };
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve it
         * @description Repeating it changes nothing.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ResolveRequest"];
                };
            };
            responses: {
                /** @description As it is now, with its ETag */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Conversation"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                409: components["responses"]["Conflict"];
                413: components["responses"]["BodyTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put it aside until a time
         * @description It comes back then, or when the contact writes.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SnoozeRequest"];
                };
            };
            responses: {
                /** @description As it is now, with its ETag */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Conversation"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                409: components["responses"]["Conflict"];
                413: components["responses"]["BodyTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/features": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All features, and which of them are on */
        get: operations["listFeatures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/features/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Switch a feature on or off
         * @description It holds within a minute, for open sockets too. A call to what is off is a 403 feature-off. What the feature has kept stays for when it is on again.
         */
        put: operations["switchFeature"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity-provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tenant's own identity provider, and whether it works yet */
        get: operations["getIdentityProvider"];
        /**
         * Have people sign in by the tenant's own identity provider
         * @description Of OpenID Connect. It is asked at once what it is (/.well-known/openid-configuration), and works some seconds later (state), for people with an address of a verified domain. What it says counts in this tenant only. Whoever has an account already connects the two once, with the account's password. Register redirectUri of the answer at the provider.
         */
        put: operations["setIdentityProvider"];
        post?: never;
        /**
         * Have people sign in as everybody does
         * @description Whoever came by it is let in no longer, within a minute. Accounts stay; the domains as well. Repeating it changes nothing.
         */
        delete: operations["removeIdentityProvider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity-provider/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the tenant demands of a sign-in */
        get: operations["getSignInPolicy"];
        /**
         * Demand a second factor of the tenant's people, or no longer
         * @description Within a minute whoever has signed in without one is refused with second-factor-required, also the caller. Whoever has none is led through setting one up at their next sign-in, and signs in with it from then on.
         */
        put: operations["setSignInPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The invitations of the tenant, newest first */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Ask somebody by mail to become a member
         * @description The link in the mail holds for seven days and for this address only.
         */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Become a member
         * @description Who has no account sends a password and needs no credential: the account is made. Who has one sends the access token of that account. Sent again, it gives the same answer.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/look-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Who invites whom to what, for who has the token
         * @description What a page shows before somebody accepts. Needs no credential.
         */
        post: operations["lookUpInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One invitation */
        get: operations["getInvitation"];
        put?: never;
        post?: never;
        /**
         * Cancel an invitation
         * @description Its link opens nothing any more. Repeating it changes nothing.
         */
        delete: operations["cancelInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write again to somebody who was invited
         * @description With a new link, which holds for seven days; the one before opens nothing any more. At most five times, and an hour apart.
         */
        post: operations["remindOfInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the labels by name */
        get: {
            parameters: {
                query?: {
                    /** @description The nextCursor of the page before; absent for the first page. */
                    after?: string;
                    /** @description How many at most. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageLabelResponse"];
                    };
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        put?: never;
        /** Create a label */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LabelRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LabelResponse"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: components["responses"]["Conflict"];
                413: components["responses"]["BodyTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One label */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description As it is now, with its ETag */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LabelResponse"];
                    };
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete a label
         * @description It is taken off all conversations.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        options?: never;
        head?: never;
        /**
         * Change a label
         * @description JSON Merge Patch of name and color.
         */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                };
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MergePatchLabelRequest"];
                    "application/merge-patch+json": components["schemas"]["MergePatchLabelRequest"];
                };
            };
            responses: {
                /** @description As it is now, with its ETag */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LabelResponse"];
                    };
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                409: components["responses"]["Conflict"];
                412: components["responses"]["StaleVersion"];
                413: components["responses"]["BodyTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is calling, in which tenant, and what they may do
         * @description Works without a choice of tenant, and then tells which there are to choose from.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change one's own preferences
         * @description A JSON Merge Patch: what is absent stays, null removes. They hold in all tenants. Name, e-mail address, phone and picture are changed where one signs in.
         */
        patch: operations["changeMe"];
        trace?: never;
    };
    "/api/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The members of the tenant
         * @description Also those who are active no longer. An agent sees themself.
         */
        get: operations["listMembers"];
        put?: never;
        /**
         * Make somebody a member
         * @description They are let in when they sign in with this address and the identity provider says that it is theirs.
         */
        post: operations["addMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One member */
        get: operations["getMember"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a member's role, extra permissions or activity
         * @description A JSON Merge Patch. A supervisor changes agents and viewers; nobody changes the owner, or themself, or gives what they do not have.
         */
        patch: operations["changeMember"];
        trace?: never;
    };
    "/api/v1/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take back a message that is still queued
         * @description It stays in the history as failed with the code cancelled, and counts no longer as used.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a failed or unknown message again
         * @description As a new message, whose extra.retryOf names the first. Where that one was unknown the customer may get it twice.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Queued */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Message"];
                    };
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description tenant-suspended · limit-reached: the messages of the month are used up */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ownership-transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand the tenant over to another member
         * @description At once; the owner stays as an admin. Only the owner does it, or a platform administrator who names the tenant in X-Tenant, where the owner is gone. Handing it to its owner changes nothing.
         */
        post: operations["transferOwnership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plans, from the smallest to the largest */
        get: operations["listPlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platform/identity-reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compare Keycloak with what it is to be, and mend it
         * @description Finds settings, sign-in steps, clients, and tenants' organizations and identity providers that were changed or lost, what nobody of us made, and accounts that are gone, disabled or have another address. With repair, what is ours is set right again; nothing is taken away from people. People are looked at 500 at a time: go on with nextAfter.
         */
        post: operations["reconcileIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platform/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All tenants, newest first */
        get: operations["listTenants"];
        put?: never;
        /**
         * Create a tenant with its owner
         * @description The owner is let in when they sign in with this address. Sent again it is a 409, since the slug is taken.
         */
        post: operations["createTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platform/tenants/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One tenant */
        get: operations["getTenantBySlug"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Suspend, reactivate or cancel a tenant
         * @description A suspended tenant reads and receives and does not send; a cancelled one is entered by nobody. Both hold within a minute. The tenant is shown the reason.
         */
        patch: operations["changeTenantStanding"];
        trace?: never;
    };
    "/api/v1/platform/tenants/{slug}/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether a tenant was erased
         * @description One, or none where the slug is not that of an erased tenant.
         */
        get: operations["listErasures"];
        put?: never;
        /**
         * Erase a tenant for ever
         * @description The tenant must be cancelled, and what each service holds exported within the last week, or the export waived. From the answer on nobody finds the tenant; its rows and files go in every service, and the accounts of people who are in no other tenant. Sent again it asks those that have not confirmed once more.
         */
        post: operations["eraseTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platform/tenants/{slug}/erasures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far an erasure is
         * @description It is done once every service has confirmed and found nothing left, in any table.
         */
        get: operations["getErasure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platform/tenants/{slug}/erasures/{id}/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look again whether anything is left
         * @description Each service counts anew, erases what it finds, and reports: scannedAt is then later.
         */
        post: operations["scanErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platform/tenants/{slug}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make somebody a member of a tenant */
        post: operations["addMemberToTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platform/tenants/{slug}/subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A tenant's plan, what it allows, and what comes next */
        get: operations["getSubscriptionOfTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platform/tenants/{slug}/subscription/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a tenant another plan, now or when its period ends
         * @description Any plan of the catalogue. What there is more of than it allows stays.
         */
        post: operations["changePlanOfTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platform/tenants/{slug}/subscription/limits/{metric}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Allow a tenant more or less of something than its plan does
         * @description It holds whatever plan comes, until it is taken back.
         */
        put: operations["exceptLimitOfTenant"];
        post?: never;
        /**
         * Allow a tenant again what its plan does
         * @description Where there was no exception nothing happens.
         */
        delete: operations["takeBackExceptionOfTenant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/provider-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what could not be taken, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description The nextCursor of the page before; absent for the first page. */
                    after?: string;
                    /** @description How many at most. */
                    limit?: number;
                    /** @description unreadable or aside; both by default */
                    status?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageProviderEventResponse"];
                    };
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/provider-events/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try to take it again
         * @description Repeating it changes nothing.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProviderEventResponse"];
                    };
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quick-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the quick replies by shortcut
         * @description Those that everybody has, and the caller's own.
         */
        get: {
            parameters: {
                query?: {
                    /** @description The nextCursor of the page before; absent for the first page. */
                    after?: string;
                    /** @description How many at most. */
                    limit?: number;
                    /** @description The beginning of a shortcut, or part of a text, whatever its case. */
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageQuickReplyResponse"];
                    };
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        put?: never;
        /**
         * Create a quick reply
         * @description Of one's own; a shared one with quick-replies:manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["QuickReplyRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuickReplyResponse"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: components["responses"]["Conflict"];
                413: components["responses"]["BodyTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quick-replies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One quick reply */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description As it is now, with its ETag */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuickReplyResponse"];
                    };
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        put?: never;
        post?: never;
        /** Delete a quick reply */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        options?: never;
        head?: never;
        /**
         * Change a quick reply
         * @description JSON Merge Patch of shortcut, text and shared.
         */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                };
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MergePatchQuickReplyRequest"];
                    "application/merge-patch+json": components["schemas"]["MergePatchQuickReplyRequest"];
                };
            };
            responses: {
                /** @description As it is now, with its ETag */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuickReplyResponse"];
                    };
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                409: components["responses"]["Conflict"];
                412: components["responses"]["StaleVersion"];
                413: components["responses"]["BodyTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        trace?: never;
    };
    "/api/v1/realtime": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * WebSocket: events of what the caller may see
         * @description Opened with a credential, or by browsers with a ticket. `after` resumes behind a cursor. Closed with 1008 when the caller may no longer (`passport-refused`) or may something else (`rights-changed`), 1013 when that cannot be checked, 1001 when the gateway goes away.
         */
        get: {
            parameters: {
                query?: {
                    /** @example AQIDBAUG… */
                    ticket?: string;
                    /** @example 4711 */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The socket is open */
                101: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description unauthenticated, ticket-refused */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": unknown;
                    };
                };
                /** @description not-a-member, permission-missing, origin-refused */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": unknown;
                    };
                };
                /** @description upgrade-required: it is no ordinary request */
                426: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/realtime/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A ticket to open one realtime socket with, for browsers */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Valid for 30 seconds, once */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        /**
                         * @example {
                         *       "ticket": "AQIDBAUG…",
                         *       "expiresAt": "2026-11-20T15:04:35Z"
                         *     }
                         */
                        "application/json": {
                            ticket: string;
                            /** Format: date-time */
                            expiresAt: string;
                        };
                    };
                };
                /** @description unauthenticated, api-key-not-accepted */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": unknown;
                    };
                };
                /** @description not-a-member, permission-missing, origin-refused */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": unknown;
                    };
                };
                /** @description too-many-requests: try again after Retry-After */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": unknown;
                    };
                };
                /** @description unavailable, identity-unverifiable: try again after Retry-After */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": unknown;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The table of permissions by role
         * @description Strongest first, as the tenant's settings have it: all on one page. Members can be given more.
         */
        get: operations["listRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All settings
         * @description Each with its value, its default, its type and what it is for: all on one page.
         */
        get: operations["listSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One setting */
        get: operations["getSetting"];
        /**
         * Settle something
         * @description The whole value; nothing of the one before stays.
         */
        put: operations["putSetting"];
        post?: never;
        /** Go back to the default */
        delete: operations["resetSetting"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-configuration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where people sign in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The OIDC provider and the public client for browser applications */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        /**
                         * @example {
                         *       "issuer": "http://localhost:8180/realms/tertulia",
                         *       "clientId": "console"
                         *     }
                         */
                        "application/json": {
                            /** Format: uri */
                            issuer: string;
                            clientId: string;
                        };
                    };
                };
                /** @description too-many-requests: try again after Retry-After */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The domains that the tenant claims, by name */
        get: operations["listSignInDomains"];
        put?: never;
        /**
         * Claim an e-mail domain
         * @description The answer has the DNS record by which it is shown to be the tenant's; until that was seen it does nothing, and others may claim it too.
         */
        post: operations["claimSignInDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-domains/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One domain that the tenant claims */
        get: operations["getSignInDomain"];
        put?: never;
        post?: never;
        /**
         * Claim a domain no longer
         * @description Its people are not sent to the tenant's identity provider any more, and who came by it is let in no longer.
         */
        delete: operations["removeSignInDomain"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-domains/{id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look whether DNS says that the domain is the tenant's
         * @description If so, the tenant holds it, and its people can sign in by the tenant's identity provider. Sent again, it gives the same answer.
         */
        post: operations["verifySignInDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to found a tenant
         * @description Sends a code to the address. The answer is the same whether or not the address has an account; who has one can found another tenant with it.
         */
        post: operations["beginSignup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signups/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show the code and found the tenant
         * @description With the owner, who can sign in at once. Sent again, it gives the same tenant. A code can be tried five times within ten minutes.
         */
        post: operations["confirmSignup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signups/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send another code
         * @description The one before works no longer.
         */
        post: operations["resendSignupCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plan, what it allows, and what comes next */
        get: operations["getSubscription"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscription/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the subscription with the period
         * @description The owner's alone. Until then everything goes on; afterwards nobody enters the tenant.
         */
        post: operations["cancelSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscription/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose another plan, now or when the period ends
         * @description Now ends a trial. A smaller plan takes nothing away: what there is more of than it allows stays, is named in beyond, and nothing is added to it until there is room. What was scheduled before comes no longer.
         */
        post: operations["changePlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscription/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on as it is: what was scheduled does not come
         * @description Where nothing was scheduled nothing happens.
         */
        post: operations["keepSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the templates by name
         * @description As they were last read from WhatsApp: soon after a channel is connected, and every quarter of an hour.
         */
        get: {
            parameters: {
                query?: {
                    /** @description The nextCursor of the page before; absent for the first page. */
                    after?: string;
                    /** @description Only those that this channel can send. */
                    channel?: components["schemas"]["UUID"];
                    /** @description How many at most. */
                    limit?: number;
                    /** @description Part of a name or a text, whatever its case. */
                    q?: string;
                    /** @description approved, pending, rejected, paused or disabled */
                    status?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageTemplateResponse"];
                    };
                };
                400: components["responses"]["BadRequest"];
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: components["responses"]["ValidationFailed"];
                429: components["responses"]["TooManyRequests"];
                503: components["responses"]["Unavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's tenant */
        get: operations["getTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the caller's tenant
         * @description A JSON Merge Patch: what is absent stays, null removes. Slug and status are not the tenant's to change.
         */
        patch: operations["changeTenant"];
        trace?: never;
    };
    "/api/v1/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is used of each limit
         * @description Of this month of the tenant's time zone for what is counted by months, otherwise what there is. It is a few seconds old; what guards a limit knows exactly.
         */
        get: operations["getUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether everything is up */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All is up */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        /**
                         * @example {
                         *       "status": "UP",
                         *       "services": [
                         *         {
                         *           "name": "messaging-service",
                         *           "status": "UP"
                         *         }
                         *       ]
                         *     }
                         */
                        "application/json": components["schemas"]["HealthOfAll"];
                    };
                };
                /** @description Something is down */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        /**
                         * @example {
                         *       "status": "DOWN",
                         *       "services": [
                         *         {
                         *           "name": "messaging-service",
                         *           "status": "DOWN"
                         *         }
                         *       ]
                         *     }
                         */
                        "application/json": components["schemas"]["HealthOfAll"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        HealthOfAll: {
            /** @enum {string} */
            status: "UP" | "DOWN";
            services: {
                name: string;
                /** @enum {string} */
                status: "UP" | "DOWN";
            }[];
        };
        /** @description A person or group outside, known to the tenant. */
        ContactResponse: {
            id: components["schemas"]["UUID"];
            /** @example Lucía Peña */
            name?: string;
            /** @example https://cdn.example.com/lucia.png */
            avatarUrl?: string;
            /** @example es */
            language?: string;
            /** @example America/Bogota */
            timezone?: string;
            location?: components["schemas"]["Location"];
            blocked: boolean;
            isGroup?: boolean;
            /**
             * @example [
             *       "vip"
             *     ]
             */
            tags: string[];
            /**
             * @description Custom attributes.
             * @example {
             *       "plan": "gold"
             *     }
             */
            attributes: {
                [key: string]: unknown;
            };
            /**
             * @description The phone numbers among the identities.
             * @example [
             *       "+573001112233"
             *     ]
             */
            phones: string[];
            /**
             * @description The e-mail addresses among the identities.
             * @example [
             *       "lucia@example.com"
             *     ]
             */
            emails: string[];
            identities: components["schemas"]["IdentityResponse"][];
            /** @description When they last wrote; absent if never. */
            lastInteractionAt?: components["schemas"]["Instant"];
            /**
             * Format: int64
             * @description How often they wrote.
             * @example 12
             */
            interactionCount: number;
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
        };
        /** @enum {string} */
        ContactSort: "name" | "-lastInteractionAt" | "-createdAt";
        /**
         * @description A contact to be written down. All is optional.
         * @example {
         *       "name": "Lucía Peña",
         *       "phones": [
         *         "300 111 2233"
         *       ],
         *       "defaultRegion": "CO",
         *       "emails": [
         *         "lucia@example.com"
         *       ],
         *       "language": "es",
         *       "timezone": "America/Bogota",
         *       "tags": [
         *         "vip"
         *       ],
         *       "attributes": {
         *         "plan": "gold"
         *       }
         *     }
         */
        CreateContactRequest: {
            name?: string;
            /** @description In any form; without + and country code only if defaultRegion says the country. */
            phones?: string[];
            emails?: string[];
            /** @description Other ways to reach the contact. */
            identities?: components["schemas"]["IdentityRequest"][];
            avatarUrl?: string;
            language?: string;
            timezone?: string;
            location?: components["schemas"]["Location"];
            blocked?: boolean;
            isGroup?: boolean;
            tags?: string[];
            attributes?: {
                [key: string]: unknown;
            };
            /** @description The country of phone numbers that are written without one. */
            defaultRegion?: string;
        };
        /** @description What of a contact can be changed. Its ways to be reached are changed under its identities. */
        EditableContact: {
            /** @example Lucía Peña */
            name?: string;
            /** @example https://cdn.example.com/lucia.png */
            avatarUrl?: string;
            /** @example es */
            language?: string;
            /** @example America/Bogota */
            timezone?: string;
            location?: components["schemas"]["Location"];
            blocked?: boolean;
            isGroup?: boolean;
            /**
             * @example [
             *       "vip"
             *     ]
             */
            tags?: string[];
            /**
             * @example {
             *       "plan": "gold"
             *     }
             */
            attributes?: {
                [key: string]: unknown;
            };
        };
        /** @description A way to reach a contact. */
        IdentityRequest: {
            /** @example phone */
            kind: string;
            /**
             * @description Within what the value is unique: a page, a bot, a workspace. Absent: in the world.
             * @example page-1122
             */
            scope?: string;
            /** @example +57 300 111 2233 */
            value: string;
            /**
             * @description As when creating a contact.
             * @example CO
             */
            defaultRegion?: string;
        };
        /** @description A way to reach a contact. */
        IdentityResponse: {
            id: components["schemas"]["UUID"];
            /** @example whatsapp */
            kind: string;
            /**
             * @description Within what the value is unique; empty: in the world.
             * @example
             */
            scope: string;
            /**
             * @description The form that identities are compared by.
             * @example +573001112233
             */
            value: string;
            /**
             * @description What the provider calls it.
             * @example 573001112233
             */
            address: string;
            createdAt: components["schemas"]["Instant"];
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        /** @description Where a contact is, as far as one knows. */
        Location: {
            /** @example Carrera 7 # 71-21 */
            address?: string;
            /** @example Bogotá */
            city?: string;
            /** @example Cundinamarca */
            region?: string;
            /** @example CO */
            country?: string;
            /**
             * Format: double
             * @example 4.6561
             */
            latitude?: number;
            /**
             * Format: double
             * @example -74.0563
             */
            longitude?: number;
        };
        /** @description Which contact is the same person or group. */
        MergeContactsRequest: {
            /**
             * @description The contact that goes. What is empty in the other is filled from it.
             * @example 0199a3c1-77aa-7c02-8d10-0c6f5e1b2a33
             */
            duplicateId: components["schemas"]["UUID"];
        };
        /** @description JSON Merge Patch (RFC 7396): what is absent stays, null removes. */
        MergePatchEditableContact: {
            /** @example Lucía Peña */
            name?: string;
            /** @example https://cdn.example.com/lucia.png */
            avatarUrl?: string;
            /** @example es */
            language?: string;
            /** @example America/Bogota */
            timezone?: string;
            location?: components["schemas"]["Location"];
            blocked?: boolean;
            isGroup?: boolean;
            /**
             * @example [
             *       "vip"
             *     ]
             */
            tags?: string[];
            /**
             * @example {
             *       "plan": "gold"
             *     }
             */
            attributes?: {
                [key: string]: unknown;
            };
        };
        /** @description Two contacts that were made one. */
        MergeResponse: {
            id: components["schemas"]["UUID"];
            /** @description The one that remains. */
            contactId: components["schemas"]["UUID"];
            /** @description The one that is only another name for it. */
            duplicateId: components["schemas"]["UUID"];
            /**
             * @description Who did it: the id of a user or an API key.
             * @example 0199b0c4-7c11-7d20-9f3a-2b4c6d8e0f12
             */
            mergedBy: string;
            mergedAt: components["schemas"]["Instant"];
            /** @description When it was undone; absent if it stands. */
            undoneAt?: components["schemas"]["Instant"];
        };
        PageContactResponse: {
            items: components["schemas"]["ContactResponse"][];
            /**
             * @description Send it as `after` for the next page; absent on the last one.
             * @example WyJtZW1iZXJzIiwiQW5hIl0
             */
            nextCursor?: string;
        };
        /** Format: uuid */
        UUID: string;
        FieldError: {
            /**
             * @description Its path in the JSON; empty for the whole.
             * @example links[1].url
             */
            field: string;
            /**
             * @description What would be right.
             * @example must not be blank
             */
            message: string;
        };
        /** @description An error, as RFC 9457 has it. Some kinds have members of their own. */
        Problem: {
            /**
             * @description Which kind of problem: /problems/ and its name.
             * @example /problems/validation-failed
             */
            type: string;
            /**
             * @description The kind in words.
             * @example Some fields are not valid
             */
            title: string;
            /**
             * @description The HTTP status.
             * @example 422
             */
            status: number;
            /**
             * @description What to do about this one.
             * @example Correct what errors names, and send it again.
             */
            detail?: string;
            /**
             * @description The request's id, also in X-Request-Id. Name it when asking for help.
             * @example 0199b0c6-9a44-7c15-8d2e-5f3b7a9c1e20
             */
            traceId?: string;
            /** @description What is wrong with which field. */
            errors?: components["schemas"]["FieldError"][];
        };
        ArrayNode: components["schemas"]["JsonNode"][];
        AssignRequest: {
            /** @example 0199f0c2-7c1e-7000-8000-000000000001 */
            memberId?: components["schemas"]["UUID"];
        };
        /**
         * @example {
         *       "id": "0199b0c9-4b12-7c84-9d36-5e7f1a2b4c80",
         *       "kind": "image",
         *       "contentType": "image/jpeg",
         *       "fileName": "vitrina.jpg",
         *       "sizeBytes": 183204,
         *       "status": "stored",
         *       "url": "/api/v1/attachments/0199b0c9-4b12-7c84-9d36-5e7f1a2b4c80/content"
         *     }
         */
        Attachment: {
            id: components["schemas"]["UUID"];
            kind: string;
            contentType?: string;
            fileName?: string;
            /** Format: int64 */
            sizeBytes?: number;
            voice?: boolean;
            animated?: boolean;
            status: string;
            problem?: string;
            url?: string;
        };
        ChannelResponse: {
            id: components["schemas"]["UUID"];
            /** @example whatsapp */
            type: string;
            /** @example Ventas */
            name: string;
            /** @example connected */
            status: string;
            disabled: boolean;
            settings: components["schemas"]["WhatsAppSettings"];
            /**
             * @example [
             *       "accessToken",
             *       "appSecret",
             *       "verifyToken"
             *     ]
             */
            secretsSet: string[];
            /** @example https://tertulia.example.com/webhooks/whatsapp/0199b0c6-11f2-7b3a-9e50-2c4d8f6a1b70 */
            webhookUrl: string;
            webhook: components["schemas"]["ChannelWebhook"];
            /** @example Meta refuses the access token: it has expired. */
            lastError?: string;
            lastErrorAt?: components["schemas"]["Instant"];
            checkedAt?: components["schemas"]["Instant"];
            heldAt?: components["schemas"]["Instant"];
            /** @example The access token has expired. */
            heldReason?: string;
            createdAt?: components["schemas"]["Instant"];
        };
        ChannelWebhook: {
            /** @example registered */
            state: string;
            /** @example Meta refuses the access token: it has expired. */
            problem?: string;
            at?: components["schemas"]["Instant"];
        };
        ContactReference: {
            id: components["schemas"]["UUID"];
            name?: string;
            identity: components["schemas"]["Identity"];
        };
        /**
         * @example {
         *       "id": "0199b0c7-3d10-7e21-a5c4-7b1f9d2e6a30",
         *       "channelId": "0199b0c6-11f2-7b3a-9e50-2c4d8f6a1b70",
         *       "channelType": "whatsapp",
         *       "contact": {
         *         "id": "0199b0c6-9a44-7c15-8d2e-5f3b7a9c1e20",
         *         "name": "Lucía Fernández",
         *         "identity": {
         *           "kind": "whatsapp",
         *           "scope": "",
         *           "value": "573001234567",
         *           "address": "573001234567",
         *           "phone": "+573001234567"
         *         }
         *       },
         *       "status": "open",
         *       "priority": "normal",
         *       "labels": [],
         *       "unreadCount": 1,
         *       "control": "human",
         *       "lastMessageAt": "2026-11-20T15:04:05Z",
         *       "lastMessagePreview": "¿Hasta qué hora abren hoy?",
         *       "replyWindowEndsAt": "2026-11-21T15:04:05Z",
         *       "createdAt": "2026-11-20T15:04:06.120Z"
         *     }
         */
        Conversation: {
            id: components["schemas"]["UUID"];
            channelId: components["schemas"]["UUID"];
            channelType: string;
            contact: components["schemas"]["ContactReference"];
            status: string;
            closeReason?: string;
            priority: string;
            assigneeId?: components["schemas"]["UUID"];
            labels: string[];
            /** Format: int32 */
            unreadCount: number;
            control: string;
            lastMessageAt?: components["schemas"]["Instant"];
            lastMessagePreview?: string;
            replyWindowEndsAt?: components["schemas"]["Instant"];
            snoozedUntil?: components["schemas"]["Instant"];
            firstResponseAt?: components["schemas"]["Instant"];
            resolvedAt?: components["schemas"]["Instant"];
            createdAt: components["schemas"]["Instant"];
        };
        ConversationCounts: {
            /**
             * Format: int64
             * @example 14
             */
            all: number;
            /**
             * Format: int64
             * @example 3
             */
            mine: number;
            /**
             * Format: int64
             * @example 6
             */
            unassigned: number;
            /**
             * Format: int64
             * @example 9
             */
            open: number;
            /**
             * Format: int64
             * @example 2
             */
            pending: number;
            /**
             * Format: int64
             * @example 3
             */
            snoozed: number;
            /**
             * @example {
             *       "open": {
             *         "all": 9,
             *         "mine": 2,
             *         "unassigned": 5
             *       }
             *     }
             */
            byStatus: {
                [key: string]: components["schemas"]["ConversationCountsOfStatus"];
            };
        };
        ConversationCountsOfStatus: {
            /**
             * Format: int64
             * @example 9
             */
            all: number;
            /**
             * Format: int64
             * @example 2
             */
            mine: number;
            /**
             * Format: int64
             * @example 5
             */
            unassigned: number;
        };
        ConversationStartedResponse: {
            conversation: components["schemas"]["Conversation"];
            message: components["schemas"]["Message"];
        };
        CreateChannelRequest: {
            /** @example whatsapp */
            type: string;
            /** @example Ventas */
            name: string;
            settings: components["schemas"]["WhatsAppSettings"];
            secrets: components["schemas"]["WhatsAppSecrets"];
        };
        EditableChannel: {
            /** @example Ventas */
            name: string;
            settings: components["schemas"]["WhatsAppSettings"];
            secrets?: components["schemas"]["WhatsAppSecrets"];
            disabled?: boolean;
        };
        EditableConversation: {
            /** @example high */
            priority: string;
        };
        Failure: {
            code: string;
            title: string;
            detail?: string;
        };
        Identity: {
            kind: string;
            scope: string;
            value: string;
            address: string;
            phone?: string;
            userId?: string;
        };
        JsonNode: {
            empty?: boolean;
            valueNode?: boolean;
            containerNode?: boolean;
            missingNode?: boolean;
            array?: boolean;
            object?: boolean;
            nodeType?: components["schemas"]["JsonNodeType"];
            pojo?: boolean;
            number?: boolean;
            integralNumber?: boolean;
            floatingPointNumber?: boolean;
            short?: boolean;
            int?: boolean;
            long?: boolean;
            float?: boolean;
            double?: boolean;
            bigDecimal?: boolean;
            bigInteger?: boolean;
            textual?: boolean;
            boolean?: boolean;
            null?: boolean;
            binary?: boolean;
        };
        /** @enum {string} */
        JsonNodeType: "ARRAY" | "BINARY" | "BOOLEAN" | "MISSING" | "NULL" | "NUMBER" | "OBJECT" | "POJO" | "STRING";
        LabelRequest: {
            /** @example VIP */
            name: string;
            /** @example #ff8800 */
            color: string;
        };
        LabelResponse: {
            id: components["schemas"]["UUID"];
            /** @example Pedido */
            name: string;
            /** @example #1b7f5c */
            color: string;
            createdAt: components["schemas"]["Instant"];
        };
        LabelsRequest: {
            /**
             * @example [
             *       "0199f0c2-7c1e-7000-8000-000000000001"
             *     ]
             */
            labelIds: string[];
        };
        LocationRequest: {
            /** Format: double */
            latitude: number;
            /** Format: double */
            longitude: number;
            name?: string;
            address?: string;
        };
        /** @description JSON Merge Patch (RFC 7396): what is absent stays, null removes. */
        MergePatchEditableChannel: {
            /** @example Ventas */
            name?: string;
            settings?: components["schemas"]["WhatsAppSettings"];
            secrets?: components["schemas"]["WhatsAppSecrets"];
            disabled?: boolean;
        };
        /** @description JSON Merge Patch (RFC 7396): what is absent stays, null removes. */
        MergePatchEditableConversation: {
            /** @example high */
            priority?: string;
        };
        /** @description JSON Merge Patch (RFC 7396): what is absent stays, null removes. */
        MergePatchLabelRequest: {
            /** @example VIP */
            name?: string;
            /** @example #ff8800 */
            color?: string;
        };
        /** @description JSON Merge Patch (RFC 7396): what is absent stays, null removes. */
        MergePatchNoteRequest: {
            /** @example Prefers to be called in the afternoon */
            text?: string;
        };
        /** @description JSON Merge Patch (RFC 7396): what is absent stays, null removes. */
        MergePatchQuickReplyRequest: {
            /** @example hours */
            shortcut?: string;
            /** @example We are open from 8 to 18, Monday to Saturday. */
            text?: string;
            shared?: boolean;
        };
        /**
         * @example {
         *       "id": "0199b0c7-3d18-7f04-b1d6-8a2c5e7f9b10",
         *       "conversationId": "0199b0c7-3d10-7e21-a5c4-7b1f9d2e6a30",
         *       "direction": "inbound",
         *       "sender": {
         *         "type": "contact",
         *         "id": "0199b0c6-9a44-7c15-8d2e-5f3b7a9c1e20",
         *         "name": "Lucía Fernández"
         *       },
         *       "kind": "text",
         *       "text": "¿Hasta qué hora abren hoy?",
         *       "attachments": [],
         *       "reactions": [],
         *       "externalId": "wamid.HBgMNTczMDAxMjM0NTY3FQIAEhgUM0E",
         *       "status": "received",
         *       "providerTime": "2026-11-20T15:04:05Z",
         *       "createdAt": "2026-11-20T15:04:06.120Z",
         *       "sequence": 1
         *     }
         */
        Message: {
            id: components["schemas"]["UUID"];
            conversationId: components["schemas"]["UUID"];
            direction: string;
            sender: components["schemas"]["Sender"];
            kind: string;
            text?: string;
            attachments: components["schemas"]["Attachment"][];
            location?: {
                [key: string]: unknown;
            };
            contacts?: {
                [key: string]: unknown;
            }[];
            interactive?: {
                [key: string]: unknown;
            };
            template?: {
                [key: string]: unknown;
            };
            extra?: {
                [key: string]: unknown;
            };
            reactions: components["schemas"]["Reaction"][];
            replyToId?: components["schemas"]["UUID"];
            externalId?: string;
            status: string;
            error?: components["schemas"]["Failure"];
            providerTime?: components["schemas"]["Instant"];
            editedAt?: components["schemas"]["Instant"];
            deletedAt?: components["schemas"]["Instant"];
            createdAt: components["schemas"]["Instant"];
            /** Format: int64 */
            sequence: number;
        };
        NoteRequest: {
            /** @example Prefers to be called in the afternoon */
            text: string;
        };
        NoteResponse: {
            id: components["schemas"]["UUID"];
            conversationId: components["schemas"]["UUID"];
            authorId: components["schemas"]["UUID"];
            /** @example Ana Luna */
            authorName?: string;
            /** @example Prefers to be called after five. */
            text: string;
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
        };
        ObjectNode: components["schemas"]["JsonNode"][];
        PageChannelResponse: {
            items: components["schemas"]["ChannelResponse"][];
            /**
             * @description Send it as `after` for the next page; absent on the last one.
             * @example WyJtZW1iZXJzIiwiQW5hIl0
             */
            nextCursor?: string;
        };
        PageConversation: {
            items: components["schemas"]["Conversation"][];
            /**
             * @description Send it as `after` for the next page; absent on the last one.
             * @example WyJtZW1iZXJzIiwiQW5hIl0
             */
            nextCursor?: string;
        };
        PageLabelResponse: {
            items: components["schemas"]["LabelResponse"][];
            /**
             * @description Send it as `after` for the next page; absent on the last one.
             * @example WyJtZW1iZXJzIiwiQW5hIl0
             */
            nextCursor?: string;
        };
        PageNoteResponse: {
            items: components["schemas"]["NoteResponse"][];
            /**
             * @description Send it as `after` for the next page; absent on the last one.
             * @example WyJtZW1iZXJzIiwiQW5hIl0
             */
            nextCursor?: string;
        };
        PageProviderEventResponse: {
            items: components["schemas"]["ProviderEventResponse"][];
            /**
             * @description Send it as `after` for the next page; absent on the last one.
             * @example WyJtZW1iZXJzIiwiQW5hIl0
             */
            nextCursor?: string;
        };
        PageQuickReplyResponse: {
            items: components["schemas"]["QuickReplyResponse"][];
            /**
             * @description Send it as `after` for the next page; absent on the last one.
             * @example WyJtZW1iZXJzIiwiQW5hIl0
             */
            nextCursor?: string;
        };
        PageTemplateResponse: {
            items: components["schemas"]["Template"][];
            /**
             * @description Send it as `after` for the next page; absent on the last one.
             * @example WyJtZW1iZXJzIiwiQW5hIl0
             */
            nextCursor?: string;
        };
        ProviderEventResponse: {
            id: components["schemas"]["UUID"];
            channelId: components["schemas"]["UUID"];
            /** @example failed */
            status: string;
            /** @example not-understood */
            problem?: string;
            /** @example 0199b0c6-9a44-7c15-8d2e-5f3b7a9c1e20 */
            requestId?: string;
            /**
             * Format: int32
             * @example 1482
             */
            sizeBytes: number;
            receivedAt: components["schemas"]["Instant"];
        };
        QuickReplyRequest: {
            /** @example hours */
            shortcut: string;
            /** @example We are open from 8 to 18, Monday to Saturday. */
            text: string;
            shared?: boolean;
        };
        QuickReplyResponse: {
            id: components["schemas"]["UUID"];
            /** @example horario */
            shortcut: string;
            /** @example Abrimos de lunes a sábado, de 8 a. m. a 8 p. m. */
            text: string;
            shared: boolean;
            createdAt: components["schemas"]["Instant"];
        };
        Reaction: {
            emoji?: string;
            sender?: string;
            at?: components["schemas"]["Instant"];
        };
        ResolveRequest: {
            /** @example sold */
            reason?: string;
        };
        /**
         * @example {
         *       "kind": "text",
         *       "text": "Hola, ¿en qué podemos ayudarte?"
         *     }
         */
        SendMessageRequest: {
            /** @example text */
            kind: string;
            text?: string;
            attachmentIds?: string[];
            voice?: boolean;
            template?: components["schemas"]["TemplateRequest"];
            interactive?: components["schemas"]["ObjectNode"];
            location?: components["schemas"]["LocationRequest"];
            contacts?: components["schemas"]["ArrayNode"];
            emoji?: string;
            targetId?: components["schemas"]["UUID"];
            replyToId?: components["schemas"]["UUID"];
        };
        Sender: {
            type: string;
            id?: string;
            name?: string;
        };
        SnoozeRequest: {
            /** @example 2030-01-07T09:00:00Z */
            until: components["schemas"]["Instant"];
        };
        StartConversationRequest: {
            channelId: components["schemas"]["UUID"];
            /** @example +57 300 123 4567 */
            to: string;
            message: components["schemas"]["SendMessageRequest"];
        };
        Template: {
            id?: components["schemas"]["UUID"];
            channelIds?: string[];
            /** @example 102290129340398 */
            businessAccountId?: string;
            /** @example order_shipped */
            name?: string;
            /** @example es_MX */
            language?: string;
            /** @example utility */
            category?: string;
            /** @example approved */
            status?: string;
            /** @example positional */
            parameterFormat?: string;
            header?: components["schemas"]["TemplateHeader"];
            body?: components["schemas"]["TemplateBody"];
            footer?: components["schemas"]["TemplateFooter"];
            buttons?: components["schemas"]["TemplateButton"][];
            syncedAt?: components["schemas"]["Instant"];
        };
        TemplateBody: {
            /** @example Hola {{1}}, tu pedido va en camino. */
            text: string;
            /**
             * @example [
             *       "1"
             *     ]
             */
            variables: string[];
            /**
             * @example [
             *       "Lucía"
             *     ]
             */
            examples: string[];
        };
        TemplateButton: {
            /** @example url */
            type: string;
            /** @example Ver el pedido */
            text?: string;
            /** @example https://panaderialuna.example/p/{{1}} */
            url?: string;
            /** @example +573001112233 */
            phoneNumber?: string;
            /**
             * @example [
             *       "1"
             *     ]
             */
            variables: string[];
        };
        TemplateFooter: {
            /** @example Panadería Luna */
            text: string;
        };
        TemplateHeader: {
            /** @example text */
            format: string;
            /** @example Pedido {{1}} */
            text?: string;
            /**
             * @example [
             *       "1"
             *     ]
             */
            variables: string[];
        };
        TemplateRequest: {
            /** @example order_shipped */
            name: string;
            /** @example es_MX */
            language: string;
            components?: components["schemas"]["ArrayNode"];
        };
        WhatsAppSecrets: {
            /** @example EAAG… */
            accessToken?: string;
            /** @example 5f1d… */
            appSecret?: string;
            /** @example a word that you also give to Meta */
            verifyToken?: string;
        };
        WhatsAppSettings: {
            /** @example 106540352242922 */
            phoneNumberId: string;
            /** @example 102290129340398 */
            businessAccountId?: string;
            /** @example +57 300 123 4567 */
            displayPhoneNumber?: string;
        };
        AcceptedInvitation: {
            tenant: components["schemas"]["JoinedTenant"];
            member: components["schemas"]["Member"];
        };
        Actor: {
            type: components["schemas"]["Type"];
            id: components["schemas"]["UUID"];
            name: string;
            memberId?: components["schemas"]["UUID"];
        };
        ApiKey: {
            /** @example 0199b0c6-11d4-7f02-a6c1-3b2e9f5d8a70 */
            id: components["schemas"]["UUID"];
            /** @example Web shop */
            name: string;
            /**
             * @description What it begins with.
             * @example tk_4fJ9sK2m
             */
            prefix: string;
            /**
             * @description In the answer to its creation, and never again.
             * @example tk_4fJ9sK2mQz8vW1xYbN7cR5tL3pD6hG0aB2dE4f
             */
            key?: string;
            /** @example agent */
            role: components["schemas"]["Role"];
            /**
             * @description Of what the role permits, only these; absent means all.
             * @example [
             *       "conversations:read"
             *     ]
             */
            scopes?: string[];
            /** @example active */
            status: components["schemas"]["ApiKeyStatus"];
            expiresAt?: components["schemas"]["Instant"];
            /** @description To the minute. */
            lastUsedAt?: components["schemas"]["Instant"];
            revokedAt?: components["schemas"]["Instant"];
            /** @description The key that takes its place: this one works until it expires. */
            replacedBy?: components["schemas"]["UUID"];
            /** @description The key whose place it takes. */
            replaces?: components["schemas"]["UUID"];
            createdBy: components["schemas"]["ApiKeyMaker"];
            createdAt: components["schemas"]["Instant"];
        };
        ApiKeyChange: {
            /** @example Web shop */
            name: string;
            /**
             * @description Absent means never.
             * @example 2027-01-01T00:00:00Z
             */
            expiresAt?: components["schemas"]["Instant"];
        };
        ApiKeyMaker: {
            id: components["schemas"]["UUID"];
            /**
             * @description As they were called then.
             * @example Ana Luna
             */
            name?: string;
        };
        ApiKeyRotation: {
            /**
             * @description How long the old key works beside the new one: an ISO 8601 duration, at most 30 days.
             * @default PT24H
             * @example PT24H
             */
            overlap: string;
        };
        /** @enum {string} */
        ApiKeyStatus: "active" | "replaced" | "expired" | "revoked";
        AuditActor: {
            /**
             * @description user, api-key or system
             * @example user
             */
            type?: string;
            id?: components["schemas"]["UUID"];
            /**
             * @description As it was then.
             * @example Ana Luna
             */
            name?: string;
            memberId?: components["schemas"]["UUID"];
        };
        AuditChainProblem: {
            /** @description What was done to it. */
            kind: components["schemas"]["Kind"];
            /**
             * Format: int64
             * @description The number of the first entry that it is about.
             * @example 42
             */
            sequence: number;
            /**
             * Format: int64
             * @description The number of the last entry that it is about.
             * @example 42
             */
            lastSequence: number;
        };
        AuditEntry: {
            /**
             * Format: int64
             * @description Its number: the tenant's entries are numbered without a gap, in the order in which they were recorded.
             * @example 4711
             */
            sequence?: number;
            happenedAt?: components["schemas"]["Instant"];
            recordedAt?: components["schemas"]["Instant"];
            /**
             * @description All of it in a sentence.
             * @example Ana Luna (owner) changed member Marta Ríos: role agent → supervisor
             */
            summary?: string;
            actor?: components["schemas"]["AuditActor"];
            /**
             * @description As which they did it.
             * @example owner
             */
            role?: string;
            /**
             * @description created, updated, deleted, or a word for what changes nothing, such as signed-in.
             * @example updated
             */
            action?: string;
            resource?: components["schemas"]["AuditResource"];
            /**
             * @description Of what changed, what it was; secrets and content are [redacted].
             * @example {
             *       "role": "agent"
             *     }
             */
            oldValues?: components["schemas"]["JsonNode"];
            /**
             * @description Of what changed, what it is.
             * @example {
             *       "role": "supervisor"
             *     }
             */
            newValues?: components["schemas"]["JsonNode"];
            /** @example 203.0.113.7 */
            ip?: string;
            /** @example Mozilla/5.0 (X11; Linux x86_64) */
            userAgent?: string;
            /**
             * @description The X-Request-Id of what caused it.
             * @example 0199b0c6-9a44-7c15-8d2e-5f3b7a9c1e20
             */
            requestId?: string;
            /**
             * @description Where it happened.
             * @example tenant
             */
            service?: string;
            /** @description The event that told of it. */
            eventId?: components["schemas"]["UUID"];
            /**
             * @description Stands for this entry and all before it: whoever keeps it can have a verification compare it.
             * @example 5f1d…
             */
            hash?: string;
        };
        AuditHead: {
            /**
             * Format: int64
             * @example 4711
             */
            sequence: number;
            /** @example 5f1d… */
            hash: string;
        };
        AuditResource: {
            /** @example member */
            type?: string;
            /** @example 0199b0c5-0a17-7c42-9b3d-6e8f1a2b4c60 */
            id?: string;
        };
        AuditVerification: {
            /** @description Nothing was removed, changed, reordered, added or cut off of what was looked at. */
            holds: boolean;
            /** @description It was looked at up to its end; otherwise ask again from `next`. */
            complete: boolean;
            /**
             * Format: int64
             * @description How many entries were looked at.
             * @example 4711
             */
            entries: number;
            /**
             * Format: int64
             * @description The number with which it began: the first that is kept.
             * @example 1
             */
            from: number;
            /**
             * Format: int64
             * @description The number with which it ended.
             * @example 4711
             */
            to: number;
            /** @description At most 100, in the order of the chain. */
            problems: components["schemas"]["AuditChainProblem"][];
            /** @description The last entry: keep it outside, and have it compared later. */
            head?: components["schemas"]["AuditHead"];
            /**
             * Format: int64
             * @description Where to go on; absent when it is complete.
             * @example 10001
             */
            next?: number;
        };
        AuditVerificationRequest: {
            /**
             * Format: int64
             * @description Go on with this number: the `next` of an answer that was not complete.
             * @example 250001
             */
            from?: number;
            /** @description An entry as it was seen earlier, to be compared with what is there now. */
            kept?: components["schemas"]["KeptAuditHash"];
        };
        BillingPeriod: {
            /** @example 2026-11 */
            month: string;
            /** @example 2026-11-01T05:00:00Z */
            startsAt: components["schemas"]["Instant"];
            /** @example 2026-12-01T05:00:00Z */
            endsAt: components["schemas"]["Instant"];
        };
        BusinessHours: {
            weekly: components["schemas"]["WeeklyHours"];
            holidays?: components["schemas"]["Holiday"][];
        };
        ClaimDomainRequest: {
            /**
             * @description What stands behind the @ of its people's addresses, exactly: domains below it are others. Capitals and letters beyond ASCII are turned into what DNS has.
             * @example panaderialuna.example
             */
            domain: string;
        };
        Colleague: {
            /** @example 0199b0c5-0a17-7c42-9b3d-6e8f1a2b4c60 */
            id: components["schemas"]["UUID"];
            /** @example Marta Ríos */
            name: string;
            /** @example agent */
            role: components["schemas"]["Role"];
            /** @example https://id.example.com/marta.png */
            avatarUrl?: string;
            active: boolean;
        };
        CurrentTenant: {
            id: components["schemas"]["UUID"];
            /** @example panaderia-luna */
            slug: string;
            /** @example active */
            status: components["schemas"]["TenantStatus"];
        };
        /** @description What to set at whoever runs the domain's DNS. It may be removed once the domain is verified. */
        DnsRecord: {
            /** @example TXT */
            type: string;
            /** @example _tertulia-challenge.panaderialuna.example */
            name: string;
            /** @example tertulia-domain-verification=dv_8sKd02LmQz8vW1xYbN7cR5tL3pD6hG0aabc123 */
            value: string;
        };
        Erase: {
            /**
             * @description The tenant's slug once more.
             * @example panaderia-luna
             */
            confirm: string;
            /**
             * @description Erase it although nobody took an export: nothing can be had back.
             * @example false
             */
            exportWaived?: boolean;
        };
        Erasure: {
            /** @example 0199c1d2-3e4f-7a5b-8c6d-7e8f9a0b1c2d */
            id: components["schemas"]["UUID"];
            /** @example 0199b0c4-5d2e-7a31-8e4b-1f6a2c9d7b50 */
            tenantId: components["schemas"]["UUID"];
            /** @example panaderia-luna */
            slug: string;
            /** @example erasing */
            state: components["schemas"]["ErasureState"];
            /**
             * @description The user who asked for it.
             * @example 0199b0c4-7c11-7d20-9f3a-2b4c6d8e0f12
             */
            requestedBy: components["schemas"]["UUID"];
            requestedAt: components["schemas"]["Instant"];
            /** @example false */
            exportWaived: boolean;
            /**
             * @description When each service's export had been taken, by service.
             * @example {
             *       "contact": "2026-11-20T15:04:05Z"
             *     }
             */
            exports: {
                [key: string]: string;
            };
            services: components["schemas"]["ErasurePart"][];
            /**
             * Format: int64
             * @description People in no other tenant whose accounts are still to go.
             * @example 0
             */
            accountsLeft: number;
            /** @description When all had confirmed and nothing was left. */
            doneAt?: components["schemas"]["Instant"];
        };
        ErasurePart: {
            /** @example contact */
            service: string;
            /** @description When it began to erase. */
            begunAt?: components["schemas"]["Instant"];
            /** @description When it first held nothing more. Absent: its word is awaited. */
            confirmedAt?: components["schemas"]["Instant"];
            /** @description When it last looked. */
            scannedAt?: components["schemas"]["Instant"];
            /**
             * @description How many rows went, by table.
             * @example {
             *       "contact": 1204
             *     }
             */
            erased: {
                [key: string]: number;
            };
            /**
             * @description How many rows it found, by table, when it last looked, and files.
             * @example {
             *       "contact": 0
             *     }
             */
            left: {
                [key: string]: number;
            };
            clean?: boolean;
        };
        /** @enum {string} */
        ErasureState: "requested" | "erasing" | "done";
        Erasures: {
            items: components["schemas"]["Erasure"][];
        };
        /** @enum {string} */
        Event: "conversation-opened" | "conversation-assigned" | "message-received" | "channel-failed" | "limit-reached" | "member-joined";
        Feature: {
            /** @example campaigns */
            code: string;
            /** @example true */
            enabled: boolean;
            /**
             * @description Whether the plan has it, so that it can be switched on.
             * @example true
             */
            inPlan: boolean;
        };
        FeatureSwitch: {
            /** @example true */
            enabled: boolean;
        };
        /** @enum {string} */
        FindingKind: "realm-setting" | "user-profile" | "sign-in-step" | "required-action" | "client" | "client-mapper" | "unknown-client" | "service-account-roles" | "organization" | "identity-provider" | "unknown-identity-provider" | "person-missing" | "person-disabled" | "person-email-changed" | "person-email-unverified";
        FindingView: {
            /** @example realm-setting */
            kind: components["schemas"]["FindingKind"];
            /**
             * @description Which one; of people the user's id.
             * @example bruteForceProtected
             */
            subject: string;
            /**
             * @description Absent where it should not be there.
             * @example true
             */
            expected?: string;
            /**
             * @description Absent where it is not there.
             * @example false
             */
            found?: string;
            /** @description Whether repair mends it; else it takes a person. */
            repairable: boolean;
            /** @description Whether it has just been mended. */
            repaired: boolean;
        };
        Holiday: {
            /** @example 2026-12-25 */
            date: components["schemas"]["LocalDate"];
            /** @example Navidad */
            name?: string;
            hours?: components["schemas"]["OpenInterval"][];
        };
        Invitation: {
            /** @example 0199b0c5-3c52-7d10-8a6e-2b7f4c1d9e30 */
            id: components["schemas"]["UUID"];
            /** @example marta@panaderialuna.example */
            email: string;
            /** @example Marta Ríos */
            name?: string;
            /** @example agent */
            role: components["schemas"]["Role"];
            /**
             * @description Those beside the role's.
             * @example labels:manage
             */
            permissions: string[];
            /** @example ¡Empezamos el lunes! */
            message?: string;
            /** @example es-CO */
            locale: string;
            /** @example pending */
            status: components["schemas"]["InvitationStatus"];
            /**
             * @description How far the last mail has come: waiting, sent (the mail server took it) or failed.
             * @example sent
             */
            mail: components["schemas"]["MailStanding"];
            /** @description The member who asked; absent for an API key and a platform administrator. */
            invitedBy?: components["schemas"]["UUID"];
            /** @example Ana Luna */
            invitedByName: string;
            /**
             * Format: int32
             * @example 0
             */
            reminders: number;
            /** @description When the last mail was written. */
            sentAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
            /** @description Who became of it. */
            memberId?: components["schemas"]["UUID"];
            /** @description When it was accepted or cancelled. */
            endedAt?: components["schemas"]["Instant"];
            createdAt: components["schemas"]["Instant"];
        };
        InvitationAcceptance: {
            /**
             * @description The end of the link in the mail.
             * @example in_8sKd02LmQz8vW1xYbN7cR5tL3pD6hG0a4Bq9Xy
             */
            token: string;
            /**
             * @description Of who has no account yet, to sign in with from now on.
             * @example correct horse battery staple
             */
            password?: string;
            /**
             * @description How who has no account yet wants to be called.
             * @example Marta Ríos
             */
            name?: string;
        };
        InvitationLookUp: {
            /**
             * @description The end of the link in the mail.
             * @example in_8sKd02LmQz8vW1xYbN7cR5tL3pD6hG0a4Bq9Xy
             */
            token: string;
        };
        /** @enum {string} */
        InvitationStatus: "pending" | "accepted" | "cancelled" | "expired";
        JoinedTenant: {
            id: components["schemas"]["UUID"];
            /** @example panaderia-luna */
            slug: string;
            /** @example Panadería Luna */
            name: string;
        };
        KeptAuditHash: {
            /**
             * Format: int64
             * @example 4711
             */
            sequence: number;
            /** @example 5f1d… */
            hash: string;
        };
        /** @enum {string} */
        Kind: "REMOVED" | "CHANGED" | "REORDERED" | "REPLACED" | "ADDED" | "CUT_OFF" | "HEAD_REMOVED" | "HEAD_CHANGED" | "BEGUN_ANEW" | "BROKEN" | "KEY_MISSING" | "NOT_AS_KEPT";
        Limit: {
            /** @example members */
            metric: components["schemas"]["PlanMetric"];
            /**
             * Format: int64
             * @description Absent where it is not limited.
             * @example 5
             */
            size?: number;
            /** @example false */
            unlimited: boolean;
            /** @example false */
            exception: boolean;
        };
        LimitException: {
            /**
             * Format: int64
             * @description Absent: not limited.
             * @example 30
             */
            size?: number;
        };
        ListedTenant: {
            /** @example 0199b0c4-5d2e-7a31-8e4b-1f6a2c9d7b50 */
            id: components["schemas"]["UUID"];
            /** @example panaderia-luna */
            slug: string;
            /** @example Panadería Luna */
            name: string;
            /** @example active */
            status: components["schemas"]["TenantStatus"];
            /**
             * @description The code of its plan, see `/api/v1/plans`.
             * @example business
             */
            plan: string;
            /** @example CO */
            country: string;
            createdAt: components["schemas"]["Instant"];
        };
        /**
         * Format: date
         * @example 2022-03-10
         */
        LocalDate: string;
        /** @enum {string} */
        MailStanding: "waiting" | "sent" | "failed";
        Me: {
            /**
             * @example {
             *       "type": "user",
             *       "id": "0199b0c4-7c11-7d20-9f3a-2b4c6d8e0f12",
             *       "name": "Marta Ríos",
             *       "memberId": "0199b0c5-0a17-7c42-9b3d-6e8f1a2b4c60"
             *     }
             */
            actor: components["schemas"]["Actor"];
            /** @description Absent for an API key. */
            user?: components["schemas"]["Person"];
            /** @description The tenant this call is made in. Absent where several could be meant and none is named. */
            tenant?: components["schemas"]["CurrentTenant"];
            /** @example agent */
            role?: components["schemas"]["Role"];
            /**
             * @description All that the caller may: what GET roles says of the role, and the extra ones.
             * @example [
             *       "conversations:read",
             *       "messages:send"
             *     ]
             */
            permissions: string[];
            /**
             * @description Those that a member has beside the role's.
             * @example [
             *       "labels:manage"
             *     ]
             */
            extraPermissions: string[];
            /**
             * @example [
             *       "campaigns",
             *       "appointments"
             *     ]
             */
            features: string[];
            /** @description What the user wants for themself. Absent for an API key. */
            preferences?: components["schemas"]["Preferences"];
            /** @description Those of which the user is a member: what X-Tenant can say. */
            tenants: components["schemas"]["TenantChoice"][];
        };
        MeChange: {
            preferences?: components["schemas"]["Preferences"];
        };
        Member: {
            /** @example 0199b0c5-0a17-7c42-9b3d-6e8f1a2b4c60 */
            id: components["schemas"]["UUID"];
            /** @description Absent until they have signed in once. */
            userId?: components["schemas"]["UUID"];
            /** @example marta@panaderialuna.example */
            email: string;
            /** @example Marta Ríos */
            name: string;
            /** @example https://id.example.com/marta.png */
            avatarUrl?: string;
            /** @example agent */
            role: components["schemas"]["Role"];
            /**
             * @description Those beside the role's.
             * @example labels:manage
             */
            permissions: string[];
            active: boolean;
            /** @description In this tenant, to the minute. */
            lastSeenAt?: components["schemas"]["Instant"];
            createdAt: components["schemas"]["Instant"];
        };
        MemberChange: {
            /** @example supervisor */
            role: components["schemas"]["Role"];
            /** @description Who is not active is let in nowhere, within a minute. */
            active: boolean;
            /**
             * @description Those beside the role's.
             * @example labels:manage
             */
            permissions?: string[];
        };
        /** @enum {string} */
        MemberOrder: "joined" | "name";
        MetricUsage: {
            /** @example agent-messages */
            metric: components["schemas"]["PlanMetric"];
            /**
             * Format: int64
             * @description Absent where it is not limited.
             * @example 10000
             */
            size?: number;
            /** @example false */
            unlimited: boolean;
            /**
             * Format: int64
             * @example 412
             */
            used: number;
            /**
             * Format: double
             * @description Of the limit. Above 1 where there is more than the plan allows; absent without a limit.
             * @example 0.0412
             */
            share?: number;
            /**
             * @description Absent for what is not counted by months.
             * @example 2026-11
             */
            month?: string;
            /** @example 2026-12-01T05:00:00Z */
            resetsAt?: components["schemas"]["Instant"];
        };
        NewApiKey: {
            /** @example Web shop */
            name: string;
            /** @example agent */
            role: components["schemas"]["Role"];
            /**
             * @description Of what the role permits, only these; absent means all.
             * @example messages:send
             */
            scopes?: string[];
            /**
             * @description Absent means never.
             * @example 2027-01-01T00:00:00Z
             */
            expiresAt?: components["schemas"]["Instant"];
        };
        NewInvitation: {
            /** @example marta@panaderialuna.example */
            email: string;
            /** @example Marta Ríos */
            name?: string;
            /** @example agent */
            role: components["schemas"]["Role"];
            /**
             * @description Those beside the role's.
             * @example labels:manage
             */
            permissions?: string[];
            /**
             * @description In the mail, as text.
             * @example ¡Empezamos el lunes!
             */
            message?: string;
            /**
             * @description In which is written to them; absent: the tenant's.
             * @example es-CO
             */
            locale?: string;
        };
        NewMember: {
            /**
             * @description With which they will sign in.
             * @example marta@panaderialuna.example
             */
            email: string;
            /**
             * @description Until they sign in and say it themselves.
             * @example Marta Ríos
             */
            name?: string;
            /** @example agent */
            role: components["schemas"]["Role"];
            /**
             * @description Those beside the role's.
             * @example labels:manage
             */
            permissions?: string[];
        };
        NewOwner: {
            /**
             * @description With which they will sign in.
             * @example ana@panaderialuna.example
             */
            email: string;
            /** @example Ana Luna */
            name?: string;
        };
        NewOwnershipTransfer: {
            /**
             * @description An active member who has signed in.
             * @example 0199b0c5-0a17-7c42-9b3d-6e8f1a2b4c60
             */
            memberId: components["schemas"]["UUID"];
        };
        NewSignup: {
            /**
             * @description The code goes there; the owner signs in with it.
             * @example ana@panaderialuna.example
             */
            email: string;
            /**
             * @description Of the person.
             * @example Ana Luna
             */
            name: string;
            /**
             * @description Of the organisation.
             * @example Panadería Luna
             */
            tenantName: string;
            /**
             * @description Its name in addresses and headers, which never changes. Absent: one that fits its name.
             * @example panaderia-luna
             */
            slug?: string;
            /**
             * @description In which is written to them.
             * @default es
             * @example es-CO
             */
            locale: string;
            /**
             * @default UTC
             * @example America/Bogota
             */
            timezone: string;
            /**
             * @description Where phone numbers without a country code belong.
             * @example CO
             */
            country: string;
        };
        NewTenant: {
            /**
             * @description Its name in addresses and headers, which never changes.
             * @example panaderia-luna
             */
            slug: string;
            /** @example Panadería Luna */
            name: string;
            /** @example hola@panaderialuna.example */
            email?: string;
            /**
             * @default es
             * @example es-CO
             */
            locale: string;
            /**
             * @default UTC
             * @example America/Bogota
             */
            timezone: string;
            /**
             * @description Where phone numbers without a country code belong.
             * @example CO
             */
            country: string;
            /**
             * @default trialing
             * @example active
             */
            status: components["schemas"]["TenantStatus"];
            owner: components["schemas"]["NewOwner"];
        };
        NotificationRule: {
            /** @example conversation-assigned */
            event: components["schemas"]["Event"];
            /** @example assignee */
            to: components["schemas"]["Recipient"][];
            /** @example console */
            by: components["schemas"]["Way1"][];
        };
        OpenInterval: {
            /** @example 09:00 */
            from: string;
            /** @example 13:00 */
            to: string;
        };
        OwnProviderView: {
            /** @example https://login.panaderialuna.example */
            issuer: string;
            /** @example tertulia */
            clientId: string;
            enabled: boolean;
            required: boolean;
            state: components["schemas"]["SyncState"];
            /**
             * @description Why it is not active: no-verified-domain, identity-provider-away, identity-provider-refused, secret-lost (set it again), internal-error. Absent where it is just on its way.
             * @example no-verified-domain
             */
            reason?: string;
            /**
             * @description The verified domains whose people it signs in.
             * @example [
             *       "panaderialuna.example"
             *     ]
             */
            domains: string[];
            /**
             * @description What to send as kc_idp_hint to the sign-in, to go there at once.
             * @example tenant-0197a1b2-0000-7000-8000-000000000001
             */
            hint: string;
            /**
             * @description What must be registered at the provider as the address to come back to.
             * @example https://login.example/realms/tertulia/broker/tenant-0199b0c4/endpoint
             */
            redirectUri: string;
            updatedAt: components["schemas"]["Instant"];
        };
        OwnershipTransfer: {
            owner: components["schemas"]["Member"];
            /** @description Who owned it, an admin from now on; absent where nothing was to be changed. */
            formerOwner?: components["schemas"]["Member"];
        };
        PageApiKeyView: {
            items: components["schemas"]["ApiKey"][];
            /**
             * @description Send it as `after` for the next page; absent on the last one.
             * @example WyJtZW1iZXJzIiwiQW5hIl0
             */
            nextCursor?: string;
        };
        PageAuditEntryView: {
            items: components["schemas"]["AuditEntry"][];
            /**
             * @description Send it as `after` for the next page; absent on the last one.
             * @example WyJtZW1iZXJzIiwiQW5hIl0
             */
            nextCursor?: string;
        };
        PageColleagueView: {
            items: components["schemas"]["Colleague"][];
            /**
             * @description Send it as `after` for the next page; absent on the last one.
             * @example WyJtZW1iZXJzIiwiQW5hIl0
             */
            nextCursor?: string;
        };
        PageFeatureView: {
            items: components["schemas"]["Feature"][];
            /**
             * @description Send it as `after` for the next page; absent on the last one.
             * @example WyJtZW1iZXJzIiwiQW5hIl0
             */
            nextCursor?: string;
        };
        PageInvitationView: {
            items: components["schemas"]["Invitation"][];
            /**
             * @description Send it as `after` for the next page; absent on the last one.
             * @example WyJtZW1iZXJzIiwiQW5hIl0
             */
            nextCursor?: string;
        };
        PageListedTenant: {
            items: components["schemas"]["ListedTenant"][];
            /**
             * @description Send it as `after` for the next page; absent on the last one.
             * @example WyJtZW1iZXJzIiwiQW5hIl0
             */
            nextCursor?: string;
        };
        PageMemberView: {
            items: components["schemas"]["Member"][];
            /**
             * @description Send it as `after` for the next page; absent on the last one.
             * @example WyJtZW1iZXJzIiwiQW5hIl0
             */
            nextCursor?: string;
        };
        PagePlanView: {
            items: components["schemas"]["Plan"][];
            /**
             * @description Send it as `after` for the next page; absent on the last one.
             * @example WyJtZW1iZXJzIiwiQW5hIl0
             */
            nextCursor?: string;
        };
        PageRoleView: {
            items: components["schemas"]["Role1"][];
            /**
             * @description Send it as `after` for the next page; absent on the last one.
             * @example WyJtZW1iZXJzIiwiQW5hIl0
             */
            nextCursor?: string;
        };
        PageSettingView: {
            items: components["schemas"]["Setting"][];
            /**
             * @description Send it as `after` for the next page; absent on the last one.
             * @example WyJtZW1iZXJzIiwiQW5hIl0
             */
            nextCursor?: string;
        };
        PageSignInDomainView: {
            items: components["schemas"]["SignInDomainView"][];
            /**
             * @description Send it as `after` for the next page; absent on the last one.
             * @example WyJtZW1iZXJzIiwiQW5hIl0
             */
            nextCursor?: string;
        };
        Person: {
            id?: components["schemas"]["UUID"];
            /** @example marta@panaderialuna.example */
            email?: string;
            /** @example Marta Ríos */
            name?: string;
            /** @example Marta */
            givenName?: string;
            /** @example Ríos */
            familyName?: string;
            /** @example https://id.example.com/marta.png */
            avatarUrl?: string;
            /** @example +573001112233 */
            phone?: string;
        };
        Plan: {
            /**
             * @description To choose it by.
             * @example starter
             */
            code?: string;
            /** @example Starter */
            name?: string;
            /**
             * @description Whether a tenant chooses it by itself.
             * @example true
             */
            selfService?: boolean;
            /**
             * Format: int32
             * @description How many days back the audit can be looked at.
             * @example 90
             */
            auditDays?: number;
            /**
             * @description The features that can be on.
             * @example [
             *       "conversations",
             *       "sales"
             *     ]
             */
            features?: string[];
            limits?: components["schemas"]["PlanLimit"][];
        };
        PlanChange: {
            /** @example starter */
            plan: string;
            /**
             * @description A period is a month of the tenant's time zone; a trial's end is its own.
             * @default now
             * @example period-end
             */
            when: components["schemas"]["PlanChangeTime"];
        };
        /** @enum {string} */
        PlanChangeTime: "NOW" | "PERIOD_END";
        PlanLimit: {
            /** @example members */
            metric: components["schemas"]["PlanMetric"];
            /**
             * Format: int64
             * @description Absent where it is not limited.
             * @example 5
             */
            size?: number;
            /** @example false */
            unlimited: boolean;
            /** @example false */
            monthly: boolean;
        };
        /** @enum {string} */
        PlanMetric: "members" | "contacts" | "channels" | "assistants" | "connectors" | "document-characters" | "storage" | "concurrent-handoffs" | "assistant-messages" | "campaign-messages" | "agent-messages";
        Preferences: {
            /**
             * @description In which language they are shown and written things.
             * @example es-CO
             */
            locale?: string;
            /**
             * @description By which clock times are shown.
             * @example America/Bogota
             */
            timezone?: string;
            /**
             * @description By which of the tenant's ways they want to be told of things; none: not at all. For what is to come: nobody goes by it yet.
             * @example [
             *       "console"
             *     ]
             */
            notificationWays?: components["schemas"]["Way"][];
        };
        ReceivedInvitation: {
            /** @example Panadería Luna */
            tenantName: string;
            /** @example Ana Luna */
            invitedByName: string;
            /** @example marta@panaderialuna.example */
            email: string;
            /** @example Marta Ríos */
            name?: string;
            /** @example agent */
            role: components["schemas"]["Role"];
            /** @example ¡Empezamos el lunes! */
            message?: string;
            /** @example es-CO */
            locale: string;
            /** @example pending */
            status: components["schemas"]["InvitationStatus"];
            expiresAt: components["schemas"]["Instant"];
            /**
             * @description How to accept: sign-in first, as the address has an account or accounts come from elsewhere; or choose-password, with the acceptance.
             * @example choose-password
             */
            way: components["schemas"]["WayToAccept"];
        };
        /** @enum {string} */
        Recipient: "assignee" | "agents" | "supervisors" | "admins" | "owner";
        Reconciliation: {
            findings: components["schemas"]["FindingView"][];
            /**
             * Format: int32
             * @example 212
             */
            peopleExamined: number;
            /** @description Absent when all people have been looked at. */
            nextAfter?: components["schemas"]["UUID"];
        };
        ReconciliationRequest: {
            /**
             * @description Whether to mend what is ours and can be mended without asking anybody. Otherwise nothing is changed.
             * @example false
             */
            repair?: boolean;
            /** @description The nextAfter of the answer before: goes on with the people who follow. Without it the realm is compared first. */
            after?: components["schemas"]["UUID"];
        };
        /** @enum {string} */
        Role: "platform_admin" | "owner" | "admin" | "supervisor" | "agent" | "viewer";
        Role1: {
            /** @example agent */
            role?: components["schemas"]["Role"];
            /**
             * @example [
             *       "conversations:read",
             *       "messages:send"
             *     ]
             */
            permissions?: string[];
        };
        ScheduledChange: {
            /**
             * @description Absent where the subscription ends.
             * @example free
             */
            plan?: string;
            /** @example 2026-12-01T05:00:00Z */
            at: components["schemas"]["Instant"];
        };
        SetOwnProviderRequest: {
            /**
             * @description As the provider says in iss.
             * @example https://login.panaderialuna.example
             */
            issuer: string;
            /** @example tertulia */
            clientId: string;
            /**
             * @description Kept encrypted and never shown. Absent: as before, which only works while issuer and clientId stay.
             * @example vJx0…
             */
            clientSecret?: string;
            /**
             * @description Whether people can sign in by it; true if absent.
             * @default true
             */
            enabled: boolean;
            /**
             * @description Whether people with an address of one of the verified domains must sign in by it; false if absent. The owner may always sign in otherwise, lest the tenant be locked out.
             * @default false
             */
            required: boolean;
        };
        Setting: {
            /** @example conversations.visibility */
            key: string;
            /** @example own */
            value: unknown;
            /** @example unassigned-and-own */
            default?: unknown;
            isDefault?: boolean;
            /** @example choice */
            type: components["schemas"]["SettingType"];
            /**
             * @description Of a choice, what there is to choose.
             * @example [
             *       "unassigned-and-own",
             *       "own"
             *     ]
             */
            choices?: string[];
            /** @example Which conversations agents see beside their own. */
            description: string;
            /** @description Whether something goes by it today. */
            inEffect: boolean;
            /** @description Absent where it was never set, and for what stands in the tenant. */
            changedAt?: components["schemas"]["Instant"];
        };
        SettingChange: {
            /** @description In the type of the setting. */
            value: components["schemas"]["JsonNode"];
        };
        /** @enum {string} */
        SettingType: "language-tag" | "time-zone" | "choice" | "duration" | "period" | "object" | "list";
        SignInDomainView: {
            id: components["schemas"]["UUID"];
            /** @example panaderialuna.example */
            domain: string;
            /** @description Whether DNS has said that it is the tenant's. */
            verified: boolean;
            verifiedAt?: components["schemas"]["Instant"];
            dnsRecord: components["schemas"]["DnsRecord"];
            createdAt: components["schemas"]["Instant"];
        };
        SignInPolicy: {
            /**
             * @description Whether people are let in only if they have shown a second factor, such as a one-time code. API keys are no people.
             * @example true
             */
            secondFactorRequired: boolean;
        };
        Signup: {
            /**
             * @description Keep it to yourself.
             * @example 5f0c9a52-6d1b-4e5f-9a43-0f6f3f2b7d11
             */
            id?: components["schemas"]["UUID"];
            /**
             * @description The tenant's, unless it is taken meanwhile.
             * @example panaderia-luna
             */
            slug?: string;
            /** @example 2026-03-02T15:14:05Z */
            codeExpiresAt?: components["schemas"]["Instant"];
        };
        SignupConfirmation: {
            /**
             * @description As it came by mail; spaces do not matter.
             * @example 4821 7730
             */
            code: string;
            /**
             * @description To sign in with from now on. Not looked at where the address has an account, whose password stays, or where accounts come from elsewhere.
             * @example correct horse battery staple
             */
            password?: string;
            /**
             * @description Another than before, where that one has been taken.
             * @example panaderia-luna-2
             */
            slug?: string;
        };
        Subscription: {
            /** @example starter */
            plan: string;
            /** @example active */
            status: components["schemas"]["TenantStatus"];
            /** @description When the trial ends and the plan of those begins who have not chosen another. */
            trialEndsAt?: components["schemas"]["Instant"];
            period: components["schemas"]["BillingPeriod"];
            /** @description What comes next, if anything does. */
            scheduled?: components["schemas"]["ScheduledChange"];
            /** @description Since when a payment is due. */
            pastDueSince?: components["schemas"]["Instant"];
            /** @description When the tenant is suspended if the payment is still due by then. */
            suspendAt?: components["schemas"]["Instant"];
            limits: components["schemas"]["Limit"][];
            /**
             * @description What there is more of than the plan allows. It stays, and nothing is added to it.
             * @example [
             *       "members"
             *     ]
             */
            beyond: components["schemas"]["PlanMetric"][];
        };
        /** @enum {string} */
        SyncState: "pending" | "active" | "failed";
        Tenant: {
            /** @example 0199b0c4-5d2e-7a31-8e4b-1f6a2c9d7b50 */
            id: components["schemas"]["UUID"];
            /** @example panaderia-luna */
            slug: string;
            /** @example Panadería Luna */
            name: string;
            /** @example hola@panaderialuna.example */
            email?: string;
            /** @example +57 601 5550123 */
            phone?: string;
            /** @example food */
            industry?: string;
            /** @example https://panaderialuna.example */
            website?: string;
            /** @example https://panaderialuna.example/logo.png */
            logoUrl?: string;
            /** @example panaderialuna.example */
            domain?: string;
            /** @example es-CO */
            locale: string;
            /** @example America/Bogota */
            timezone: string;
            /** @example CO */
            country: string;
            /** @example active */
            status: components["schemas"]["TenantStatus"];
            /**
             * @description Why it stands so, as those say who run the installation.
             * @example The invoice of May is unpaid.
             */
            statusReason?: string;
            statusSince: components["schemas"]["Instant"];
            createdAt: components["schemas"]["Instant"];
        };
        TenantChange: {
            /** @example Panadería Luna */
            name: string;
            /** @example hola@panaderialuna.example */
            email?: string;
            /** @example +57 601 5550123 */
            phone?: string;
            /** @example food */
            industry?: string;
            /** @example https://panaderialuna.example */
            website?: string;
            /** @example https://panaderialuna.example/logo.png */
            logoUrl?: string;
            /** @example panaderialuna.example */
            domain?: string;
            /** @example es-CO */
            locale: string;
            /** @example America/Bogota */
            timezone: string;
            /**
             * @description Where phone numbers without a country code belong.
             * @example CO
             */
            country: string;
        };
        TenantChoice: {
            /** @example panaderia-luna */
            slug: string;
            /** @example Panadería Luna */
            name: string;
            /** @example active */
            status: components["schemas"]["TenantStatus"];
            /** @example agent */
            role: components["schemas"]["Role"];
        };
        TenantStandingChange: {
            /** @example suspended */
            status: components["schemas"]["TenantStatus"];
            /**
             * @description Shown to the tenant. Another status without a reason takes the old reason back.
             * @example The invoice of May is unpaid.
             */
            reason?: string;
        };
        /** @enum {string} */
        TenantStatus: "trialing" | "active" | "past_due" | "suspended" | "cancelled";
        /** @enum {string} */
        Type: "user" | "api-key" | "system";
        Usage: {
            /** @example starter */
            plan: string;
            metrics: components["schemas"]["MetricUsage"][];
        };
        /** @enum {string} */
        Way: "console" | "email";
        /** @enum {string} */
        Way1: "console" | "email";
        /** @enum {string} */
        WayToAccept: "sign-in" | "choose-password";
        WeeklyHours: {
            monday?: components["schemas"]["OpenInterval"][];
            tuesday?: components["schemas"]["OpenInterval"][];
            wednesday?: components["schemas"]["OpenInterval"][];
            thursday?: components["schemas"]["OpenInterval"][];
            friday?: components["schemas"]["OpenInterval"][];
            saturday?: components["schemas"]["OpenInterval"][];
            sunday?: components["schemas"]["OpenInterval"][];
        };
    };
    responses: {
        /** @description It cannot be read: malformed JSON, a parameter or a cursor. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No valid credential came with it. */
        Unauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The caller is not allowed to, or the feature is off. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing, or it is not the caller's. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not go together with what is there. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It was changed since the version that If-Match names. */
        StaleVersion: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large. */
        BodyTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body's type is not supported. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Some fields are not valid; errors names them. */
        ValidationFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests; try again after Retry-After. */
        TooManyRequests: {
            headers: {
                /** @description In how many seconds to try again. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not available at the moment; try again after Retry-After. */
        Unavailable: {
            headers: {
                /** @description In how many seconds to try again. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listApiKeys: {
        parameters: {
            query?: {
                /** @description The nextCursor of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageApiKeyView"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApiKey"];
            };
        };
        responses: {
            /** @description The key. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description permission-missing: api-keys:manage · beyond-own-permissions */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description validation-failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With its ETag, to send as If-Match with a change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description api-key-not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description api-key-not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeApiKey: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyChange"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description api-key-not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description api-key-replaced: another takes its place · api-key-not-valid: it expired or was revoked */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description stale-version: someone else changed it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description validation-failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    rotateApiKey: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyRotation"];
            };
        };
        responses: {
            /** @description The new key. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description permission-missing: api-keys:manage · beyond-own-permissions: the key may more than you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description api-key-not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description api-key-replaced: rotate the one that replacedBy names · api-key-not-valid: make a new one */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description validation-failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAuditEntries: {
        parameters: {
            query?: {
                /**
                 * @description What was done: created, updated, deleted, or another word such as signed-in or entered.
                 * @example updated
                 */
                action?: string;
                /** @description Who did it: the id of a user, of a member or of an API key. */
                actor?: components["schemas"]["UUID"];
                /**
                 * @description What did it: user, api-key or system.
                 * @example user
                 */
                actorType?: string;
                /** @description The nextCursor of the page before; absent for the first page. */
                after?: string;
                /**
                 * @description What happened then or later.
                 * @example 2026-03-01T00:00:00Z
                 */
                from?: components["schemas"]["Instant"];
                /** @description How many at most. */
                limit?: number;
                /** @description What one request caused, in all services: its X-Request-Id. */
                requestId?: string;
                /** @description To which thing. */
                resourceId?: string;
                /**
                 * @description To which kind of thing, such as member.
                 * @example member
                 */
                resourceType?: string;
                /**
                 * @description What happened before.
                 * @example 2026-04-01T00:00:00Z
                 */
                to?: components["schemas"]["Instant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageAuditEntryView"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportAuditEntries: {
        parameters: {
            query?: {
                /**
                 * @description What was done: created, updated, deleted, or another word such as signed-in or entered.
                 * @example updated
                 */
                action?: string;
                /** @description Who did it: the id of a user, of a member or of an API key. */
                actor?: components["schemas"]["UUID"];
                /**
                 * @description What did it: user, api-key or system.
                 * @example user
                 */
                actorType?: string;
                /**
                 * @description What happened then or later.
                 * @example 2026-03-01T00:00:00Z
                 */
                from?: components["schemas"]["Instant"];
                /** @description What one request caused, in all services: its X-Request-Id. */
                requestId?: string;
                /** @description To which thing. */
                resourceId?: string;
                /**
                 * @description To which kind of thing, such as member.
                 * @example member
                 */
                resourceType?: string;
                /**
                 * @description What happened before.
                 * @example 2026-04-01T00:00:00Z
                 */
                to?: components["schemas"]["Instant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A line for each entry. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description validation-failed: more time than is exported at once */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    verifyAudit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AuditVerificationRequest"];
            };
        };
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerification"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description validation-failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description verifications-under-way: come again after Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
        };
    };
    getAuditEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sequence: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntry"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description audit-entry-not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listColleagues: {
        parameters: {
            query?: {
                active?: boolean;
                /** @description The nextCursor of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description Part of a name, whatever its case and accents. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageColleagueView"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listFeatures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageFeatureView"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    switchFeature: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeatureSwitch"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feature"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description permission-missing: features:manage · feature-not-in-plan: plans names those that have it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description feature-not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description validation-failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnProviderView"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description permission-missing: sign-in:manage */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description identity-provider-not-set */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description identity-provider-not-ours: people come from another identity provider in this installation */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    setIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetOwnProviderRequest"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnProviderView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description permission-missing: sign-in:manage */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description identity-provider-not-ours */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description validation-failed: also a secret that is missing for another issuer or client · identity-provider-address-refused: not https, or not out in the world · identity-provider-unreachable: no answer, another than 200, or too late · identity-provider-unusable: another issuer than it says, or something that is needed is missing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is none. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description permission-missing: sign-in:manage */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSignInPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is; nothing is demanded until it is set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInPolicy"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    setSignInPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInPolicy"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInPolicy"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description permission-missing: sign-in:manage */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description validation-failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description The nextCursor of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description Only those that stand so. */
                status?: components["schemas"]["InvitationStatus"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageInvitationView"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInvitation"];
            };
        };
        responses: {
            /** @description The invitation; its mail is on its way. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description permission-missing: invitations:manage · beyond-own-permissions: more than you have yourself */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description invitation-exists: one for this address waits · member-exists: they are an active member */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description validation-failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests: as many as a tenant can send in a day */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationAcceptance"];
            };
        };
        responses: {
            /** @description The member, and the tenant to name in X-Tenant. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedInvitation"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description sign-in-to-accept: the address has an account, or accounts come from elsewhere */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description invitation-for-another: signed in with another address · limit-reached: no seat is left */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description invitation-not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description invitation-expired */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description validation-failed · password-refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    lookUpInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationLookUp"];
            };
        };
        responses: {
            /** @description The invitation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivedInvitation"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description invitation-not-found: no such token, or cancelled, or replaced by a reminder's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description invitation-expired */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description invitation-not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is cancelled, or was over already. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description invitation-not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description invitation-not-pending: it was accepted */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    remindOfInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitation; its mail is on its way. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description invitation-not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description invitation-not-pending · invitation-reminded-enough */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["ValidationFailed"];
            /** @description too-many-requests: they were written to less than an hour ago */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller, with the ETag of what they can change about themself. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description unauthenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeMe: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeChange"];
            };
        };
        responses: {
            /** @description As the caller is known now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-a-person: an API key has no preferences */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Conflict"];
            /** @description stale-version: they were changed elsewhere */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description validation-failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMembers: {
        parameters: {
            query?: {
                active?: boolean;
                /** @description The nextCursor of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description Part of a name, whatever its case and accents, or of an e-mail address. */
                q?: string;
                role?: components["schemas"]["Role"];
                /** @description joined: in the order in which they came; name: from A to Z. */
                sort?: components["schemas"]["MemberOrder"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageMemberView"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    addMember: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMember"];
            };
        };
        responses: {
            /** @description The member. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description permission-missing: members:manage · beyond-own-permissions: more than you have yourself · limit-reached: the plan has no room */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description member-exists */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description validation-failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With its ETag, to send as If-Match with a change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description member-not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeMember: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberChange"];
            };
        };
        responses: {
            /** @description As they are now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description permission-missing · owner-protected · own-membership · beyond-own-permissions · limit-reached: the plan has no room for one more who is active */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description member-not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Conflict"];
            /** @description stale-version: someone else changed them */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description validation-failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    transferOwnership: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOwnershipTransfer"];
            };
        };
        responses: {
            /** @description Who owns it now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnershipTransfer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description permission-missing: ownership:transfer · not-the-owner */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict: it was handed over at the same time */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description validation-failed: not an active member of the tenant who has signed in */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPlans: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PagePlanView"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    reconcileIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReconciliationRequest"];
            };
        };
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description permission-missing: platform:tenants */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description identity-provider-not-ours · reconciliation-under-way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            /** @description identity-provider-away */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTenants: {
        parameters: {
            query?: {
                /** @description The nextCursor of the page before; absent for the first page. */
                after?: string;
                /** @description How many at most. */
                limit?: number;
                /**
                 * @description The code of a plan, see `/api/v1/plans`.
                 * @example business
                 */
                plan?: string;
                /** @description Part of a slug or a name. */
                q?: string;
                status?: components["schemas"]["TenantStatus"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageListedTenant"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    createTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTenant"];
            };
        };
        responses: {
            /** @description The tenant. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description slug-taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description validation-failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTenantBySlug: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With its ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tenant-not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeTenantStanding: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TenantStandingChange"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tenant-not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Conflict"];
            /** @description stale-version */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listErasures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasures"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    eraseTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Erase"];
            };
        };
        responses: {
            /** @description Begun; its Location tells how far it is. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tenant-not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tenant-not-cancelled · export-missing, whose services names what is missing */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description validation-failed: confirm is not the slug */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The erasure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description erasure-not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    scanErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Asked for. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description erasure-not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    addMemberToTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMember"];
            };
        };
        responses: {
            /** @description The member. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tenant-not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description member-exists */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSubscriptionOfTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tenant-not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    changePlanOfTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanChange"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tenant-not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description validation-failed: no such plan */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    exceptLimitOfTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                metric: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LimitException"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tenant-not-found · limit-not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description validation-failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    takeBackExceptionOfTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                metric: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tenant-not-found · limit-not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The roles that members can have. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageRoleView"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description permission-missing: tenant:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageSettingView"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description permission-missing: settings:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSetting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With its ETag, to send as If-Match with a change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Setting"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description permission-missing: settings:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            /** @description setting-unknown: near holds the names that might have been meant */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    putSetting: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingChange"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Setting"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description permission-missing: settings:manage */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            /** @description stale-version: someone else changed it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description setting-unknown · validation-failed: errors say what the value must be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    resetSetting: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Setting"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description permission-missing: settings:manage */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            /** @description stale-version: someone else changed it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description setting-unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSignInDomains: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, in one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageSignInDomainView"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description permission-missing: sign-in:manage */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    claimSignInDomain: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimDomainRequest"];
            };
        };
        responses: {
            /** @description The domain, and the record to set. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInDomainView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description permission-missing: sign-in:manage */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description sign-in-domain-exists · sign-in-domains-too-many · identity-provider-not-ours: people come from another identity provider in this installation */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description validation-failed: no domain name, or one that is nobody's alone, such as gmail.com or co.uk */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSignInDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The domain. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInDomainView"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description sign-in-domain-not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeSignInDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is claimed no longer. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description permission-missing: sign-in:manage */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description sign-in-domain-not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    verifySignInDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is verified. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInDomainView"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description permission-missing: sign-in:manage */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description sign-in-domain-not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description sign-in-domain-unproved: the record is not there, or says something else · sign-in-domain-taken: another tenant holds it · identity-provider-not-ours */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["TooManyRequests"];
            /** @description dns-away */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginSignup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSignup"];
            };
        };
        responses: {
            /** @description A code is on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signup"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signup-closed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description slug-taken: proposal names one that is free */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description validation-failed; a slug can also be a reserved word */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests: from this network, or from it for this address */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
        };
    };
    confirmSignup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignupConfirmation"];
            };
        };
        responses: {
            /** @description The tenant. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signup-closed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signup-not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description code-expired · slug-taken: send it again with another slug, the code still works */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description code-wrong: triesLeft says how many are left · password-refused · validation-failed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    resendSignupCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Another code is on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signup"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description signup-closed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signup-not-found: never begun, or a day ago */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signup-confirmed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["ValidationFailed"];
            /** @description too-many-requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
        };
    };
    getSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description permission-missing: ownership:transfer */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    changePlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanChange"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description permission-missing: subscription:manage · plan-not-self-service: arranged with those who run this installation */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description subscription-on-hold: the tenant is suspended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description validation-failed: no such plan */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    keepSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description permission-missing: subscription:manage */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With its ETag, to send as If-Match with a change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeTenant: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TenantChange"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description permission-missing: tenant:manage */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description domain-taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description stale-version: it was changed by someone else */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description validation-failed: some fields are not valid, or not to be changed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getUsage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each metric. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Usage"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
}
