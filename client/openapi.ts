// Written from docs/openapi.json by server/generate.ts; not to be edited.

export interface paths {
    "/api/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How I sign in, and where I am signed in */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where the browser goes to link my identity */
        post: operations["sendToLinkIdentity"];
        /** Remove the link to my identity */
        delete: operations["unlinkIdentity"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add the passkey that the browser made */
        post: operations["addPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a passkey */
        delete: operations["removePasskey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the browser needs to make a passkey */
        post: operations["beginPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change my password; every other session ends */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make new recovery codes; the old ones become invalid */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out everywhere else */
        delete: operations["revokeOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out in one place */
        delete: operations["revokeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an API token, shown once */
        post: operations["makeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End an API token */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start enrolling an authenticator app */
        post: operations["beginTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finish enrolling with a first code of the app */
        post: operations["confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/totp/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove the authenticator app */
        post: operations["removeTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Agencies and units of a day */
        get: operations["listAgencies"];
        put?: never;
        /** Add an agency or unit */
        post: operations["foundAgency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agencies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One agency through time */
        get: operations["getAgency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agencies/{id}/aliases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add an alternative spelling of its name */
        post: operations["addAlias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agencies/{id}/aliases/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove an alternative spelling of its name */
        post: operations["removeAlias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agencies/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change from a day on */
        post: operations["changeAgency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agencies/{id}/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a code from a day on */
        post: operations["addCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agencies/{id}/codes/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a code */
        post: operations["endCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agencies/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End, or withdraw the end */
        post: operations["endAgency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agencies/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed the agency, when, by which document */
        get: operations["agencyHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agencies/{id}/successions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record who takes over from it */
        post: operations["addSuccession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agencies/{id}/successions/{successionId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a succession recorded by mistake */
        post: operations["removeSuccession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agencies/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Compare the registry on two days */
        get: operations["compareAgencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agencies/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which agency a name or code means on a day
         * @description A name without a day is resolved as of today; a two-digit statistical code without a day is refused.
         */
        get: operations["resolveAgency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log of all acts, newest first */
        get: operations["readAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows that match the filter, as a sheet */
        get: operations["exportAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Names, events and kinds the log can be filtered by */
        get: operations["getAuditNames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Verify that every row of the log is as it was sealed
         * @description Recomputes the chain of hashes. In slices if `after` or `limit` is given; `expect` names a head noted earlier, which reveals a log that was cut off at its end or rebuilt.
         */
        get: operations["verifyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bulk-runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Progress and result of a run of one act on many tasks */
        get: operations["getBulkRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar-addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calendar addresses in force of the signed-in person */
        get: operations["listCalendarAddresses"];
        put?: never;
        /** Add a calendar address; it is shown only once */
        post: operations["addCalendarAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar-addresses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a calendar address of the signed-in person */
        delete: operations["revokeCalendarAddress"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/{key}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deadlines as iCalendar (RFC 5545); the address is the key */
        get: operations["readCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** API clients of agencies */
        get: operations["listClients"];
        put?: never;
        /** Add an API client; its secret is shown once */
        post: operations["addClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{clientId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change name, scopes and rate */
        put: operations["editClient"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{clientId}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an API client and its keys */
        post: operations["revokeClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{clientId}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new secret; the old one is accepted for one more day */
        post: operations["renewClientSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comments/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Correct one’s own comment shortly after writing it; the text before stays */
        post: operations["correctComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comments/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw one’s own comment: its text is no longer shown */
        post: operations["withdrawComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deputations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a person act in a post for a time */
        post: operations["makeDeputation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deputations/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a deputation immediately */
        post: operations["revokeDeputation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the user’s own agencies have to do, in groups, most urgent first */
        get: operations["getDesk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Directives, newest first
         * @description Officers get confirmed directives with a task of an agency they see. Why one was not read is in the language of `Accept-Language`, Vietnamese or English.
         */
        get: operations["listDirectives"];
        put?: never;
        /**
         * Upload a document
         * @description multipart/form-data with one field `file`, up to 50 MB. Reading runs in the background: poll the directive until its state is no longer `reading`. A file uploaded before gives 409 `directive.known_file` with the `id` of the existing directive.
         */
        post: operations["uploadDirective"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directives/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One directive with its drafts
         * @description Its doubts, its problems and why it was not read are in the language of `Accept-Language`, Vietnamese or English.
         */
        get: operations["getDirective"];
        put?: never;
        post?: never;
        /**
         * Drop a document before its confirmation (If-Match)
         * @description Deletes the file, its text and its drafts; the log keeps a record of it.
         */
        delete: operations["dropDirective"];
        options?: never;
        head?: never;
        /** Correct the document's own fields (If-Match) */
        patch: operations["correctDirective"];
        trace?: never;
    };
    "/api/directives/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn the drafts into tasks (If-Match)
         * @description All or none. A repeated request gives the same answer and creates nothing.
         */
        post: operations["confirmDirective"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directives/{id}/distributions/{distributionId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The one draft again instead of those of each agency (If-Match: the directive) */
        post: operations["undoDistribution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directives/{id}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a task by hand */
        post: operations["addDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directives/{id}/drafts/{draftId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replace the content of a draft (If-Match: the draft) */
        put: operations["editDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directives/{id}/drafts/{draftId}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that a doubted draft is right as read (If-Match: the draft) */
        post: operations["checkDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directives/{id}/drafts/{draftId}/distribute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give what a phrase for many agencies was given to each of them (If-Match: the draft) */
        post: operations["distributeDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directives/{id}/drafts/{draftId}/distribution/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whom a phrase for many agencies means, and what giving it to each would make
         * @description Changes nothing.
         */
        post: operations["previewDistribution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directives/{id}/drafts/{draftId}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Drop a draft (If-Match: the draft) */
        post: operations["dropDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directives/{id}/drafts/{draftId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a dropped draft (If-Match: the draft) */
        post: operations["restoreDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directives/{id}/drafts/{draftId}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Split a draft in two (If-Match: the draft) */
        post: operations["splitDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directives/{id}/drafts/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Merge drafts into the first of them; their versions are in the body */
        post: operations["mergeDrafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directives/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The original file */
        get: operations["getDirectiveFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directives/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a failed document again (If-Match) */
        post: operations["retryDirective"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directives/{id}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The document as read */
        get: operations["getDirectiveText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directives/accuracy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much of what was read was confirmed unchanged */
        get: operations["getAccuracy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directives/corpus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Confirmed directives as labelled documents, in the order of confirmation
         * @description What `dieuhanh corpus export` writes to files. For those who keep the registry, and of directives that they may read.
         */
        get: operations["exportCorpus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directives/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The most frequent corrections */
        get: operations["listCorrections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directives/knowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What this office adds to the words of the reader: names of agencies, and labels in force
         * @description What `dieuhanh knowledge export` writes and `dieuhanh extract --knowledge` reads. A few thousand short texts, in one answer. For those who keep the registry.
         */
        get: operations["exportKnowledge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directives/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Labels of lines and columns that this office has added */
        get: operations["listLabels"];
        put?: never;
        /**
         * Add a label of a line or column
         * @description Used for documents read from now on. Case, accents and a colon at the end do not matter.
         */
        post: operations["addLabel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directives/labels/{labelId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a label (If-Match) */
        post: operations["withdrawLabel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directives/missed-labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Labels of lines that were not understood, the most frequent first */
        get: operations["listMissedLabels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directives/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Values as suggested and as confirmed, newest first: the rows behind a figure */
        get: operations["listOutcomes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directives/paste": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Paste the text of a document */
        post: operations["pasteDirective"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directives/setting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much of a document agencies read */
        get: operations["getSharing"];
        /** Set how much of a document agencies read */
        put: operations["changeSharing"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/figures/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rebuild the data behind the figures from the facts, slice by slice
         * @description Figures stay complete meanwhile: only rows that differ from the facts are written. After the last slice a job recounts all days.
         */
        post: operations["rebuildFigures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/first-administrator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create the first administrator with the code the server printed */
        post: operations["makeFirstAdministrator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/followers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who follows which agencies on a day, to choose from
         * @description Only people who follow an agency that the signed-in person may see.
         */
        get: operations["listFollowers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forgotten-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a link to set a new password
         * @description The answer is the same whether or not there is such an account. The link goes to its own address only.
         */
        post: operations["forgotPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Names of task groups, to choose from */
        get: operations["listGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the server can serve */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The person an invitation is for */
        post: operations["getInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitation/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the password with an invitation, which is used up */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/landing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What needs me today, from every room, the most urgent first */
        get: operations["getLanding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Server-sent events: what changed, limited to what the user may read
         * @description Events: `changed` with data {"kind", "ids"}; `again` when something may have been missed.
         */
        get: operations["listenLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ledger of mail, newest first */
        get: operations["listMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One message as it went out, every try and notice */
        get: operations["getMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/{id}/send-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resend a message that bounced, was given up or was kept */
        post: operations["sendMailAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Process a delivery notice (RFC 3464) as a file .eml
         * @description multipart/form-data with one file under `file`.
         */
        post: operations["uploadMailNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/notices/paste": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Process a delivery notice (RFC 3464) as text */
        post: operations["pasteMailNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts by state, and the mail server */
        get: operations["getMailStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a message to oneself */
        post: operations["sendTestMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People of my agency who may be deputed */
        get: operations["findColleagues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/deputations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deputations I gave and received */
        get: operations["getMyDeputations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Work in another post in this session */
        post: operations["choosePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The posts I may work in today, also as a deputy */
        get: operations["getMyPosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/seen-comments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Mark the comments of a task as seen up to one of them */
        put: operations["seeComments"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/tour": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether I have seen the tour of the console */
        get: operations["getMyTour"];
        /** I have seen or skipped the tour: it is not shown again, on any device */
        put: operations["markMyTour"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I was told, a line for each day and event, newest first */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How I am told of each kind of thing */
        get: operations["getNotificationPreferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/preferences/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose how I am told of a kind of thing */
        put: operations["setNotificationPreference"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark as read */
        post: operations["readNotifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything in one line of acts */
        get: operations["listNotificationRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many lines I have not read */
        get: operations["countUnreadNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/oauth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A key for an API client: client credentials (RFC 6749, section 4.4)
         * @description Form fields `grant_type=client_credentials` and, if fewer than all are wanted, `scope`; the API client authenticates by HTTP Basic or by `client_id` and `client_secret`. Send the key as `Authorization: Bearer …`.
         */
        post: operations["giveToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outside-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders given outside the documents of the system, newest first */
        get: operations["listOutsideOrders"];
        put?: never;
        /**
         * Enter an order and its tasks by hand
         * @description A form: the field "order" is JSON with form, givenBy, givenOn, about, document (number, issuedOn) and tasks, each with the fields of a draft; an optional file.
         */
        post: operations["recordOutsideOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outside-orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One order with its tasks */
        get: operations["getOutsideOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outside-orders/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file that proves an order */
        get: operations["getOutsideOrderFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outside-orders/{id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add tasks to an order */
        post: operations["addToOutsideOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People with their posts, by given name
         * @description All of them, those with a post in the own agencies, or the members of the Task Force.
         */
        get: operations["listPeople"];
        put?: never;
        /** Add a person with a first post, and invite them to set a password */
        post: operations["addPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change name and address */
        patch: operations["changePerson"];
        trace?: never;
    };
    "/api/people/{id}/clear-second-factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove second factors their owner lost */
        post: operations["clearSecondFactors"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close the sign-in */
        post: operations["closePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/followings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set which agencies a member of the Task Force or a follow-up officer follows, from a day on */
        put: operations["setFollowings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite them to set their own password */
        post: operations["invitePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give another post */
        post: operations["givePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/posts/{postId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a post after its last day */
        post: operations["endPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reopen a closed sign-in */
        post: operations["reopenPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** As a second administrator, approve or refuse a new password for them */
        post: operations["settleReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add many people, each with a first post, and invite them: all of them or none */
        post: operations["addPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whom a filled-in sheet would invite, row by row; nothing is changed
         * @description multipart/form-data with one `file`. Send the people without errors to `/api/people/many`.
         */
        post: operations["previewPeopleSheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/sheet.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An empty sheet to invite many people with, with the roles and agencies the user may choose */
        get: operations["takePeopleSheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the officers who follow up for the giver have to do */
        get: operations["getQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queue/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Acts on tasks since yesterday, latest first */
        get: operations["getQueueChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reorganisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reorganisations drafted and applied, newest first */
        get: operations["listReorganisations"];
        put?: never;
        /** Draft a reorganisation by hand */
        post: operations["draftReorganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reorganisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One reorganisation: lines, what is wrong with them, the last run */
        get: operations["getReorganisation"];
        /** Change a draft: title, document and all its lines (If-Match) */
        put: operations["changeReorganisation"];
        post?: never;
        /** Drop a draft (If-Match) */
        delete: operations["dropReorganisation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reorganisations/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply the plan as a rehearsal showed it (If-Match)
         * @description One transaction, in the background. The run fails if anything would move differently from the rehearsal.
         */
        post: operations["applyReorganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reorganisations/{id}/rehearse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rehearse the plan: what it would move, changing nothing
         * @description Runs in the background: poll the run until its state is done or failed.
         */
        post: operations["rehearseReorganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reorganisations/{id}/runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Progress of a run, and what it moved or would move */
        get: operations["getReorganisationRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reorganisations/{id}/runs/{runId}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tasks behind one figure of a run */
        get: operations["listReorganisationMoves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reorganisations/{id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open tasks of the old agency of a line, and the agency chosen for each */
        get: operations["listChoosableTasks"];
        /** Assign tasks to a partial successor, or back to the main one (If-Match) */
        put: operations["chooseTasks"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reorganisations/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Draft a reorganisation from a sheet
         * @description multipart/form-data with one field `file`: XLSX, CSV or TSV with a row of column names (Cơ quan cũ, Cơ quan mới, Hình thức, Lĩnh vực, Ngày hiệu lực, Căn cứ). What cannot be read is reported on its line.
         */
        post: operations["uploadReorganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports, newest month first; drafts for those who see drafts */
        get: operations["listReports"];
        put?: never;
        /** Draw up the report of a month as a draft */
        post: operations["drawUpReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One report with its figures and text */
        get: operations["getReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a draft and compute its figures again (If-Match) */
        patch: operations["editReport"];
        trace?: never;
    };
    "/api/reports/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a new version of an issued report */
        post: operations["correctReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    format: "docx" | "pdf" | "xlsx" | "html" | "svg" | "png";
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Problem (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Stable, for API clients: "task.wrong_state" */
                            code: string;
                            /** @description What is wrong and what to do, in Vietnamese */
                            detail: string;
                            fields?: {
                                code: string;
                                message: string;
                                path: string;
                            }[];
                            requestId: string;
                            status: number;
                            title: string;
                            type: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
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
    "/api/reports/{id}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Drop a draft (If-Match) */
        post: operations["dropReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/figures/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the figures as they are now (If-Match) */
        post: operations["refreshReportFigures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/figures/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say why a figure of a correction differs (If-Match) */
        put: operations["explainReportFigure"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/recommendations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a recommendation in the office's own words (If-Match) */
        post: operations["addReportRecommendation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/recommendations/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Take a drafted recommendation, or leave it (If-Match) */
        put: operations["decideReportRecommendation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/sections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a section (If-Match) */
        post: operations["addReportSection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/sections/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the words of a section (If-Match) */
        put: operations["editReportSection"];
        post?: never;
        /** Remove a section (If-Match) */
        delete: operations["removeReportSection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/send-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a report back unsigned, with the reason (If-Match) */
        post: operations["sendBackReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign: number, day, files (If-Match) */
        post: operations["signReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit a draft for signature (If-Match) */
        post: operations["submitReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The words and figures of a report; of a draft with what the figures would be now */
        get: operations["getReportText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a submitted report (If-Match) */
        post: operations["withdrawReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The figures and fields that texts may name */
        get: operations["listReportFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The kinds of reports, and which the caller may draw up */
        get: operations["listReportKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/monthly": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    /** @description Calendar day, Asia/Ho_Chi_Minh */
                    asOf?: string;
                    counting?: "perMember" | "once";
                    followerId?: number;
                    /** @description Calendar day, Asia/Ho_Chi_Minh */
                    from?: string;
                    /** @description Calendar day, Asia/Ho_Chi_Minh */
                    knownOn?: string;
                    /** @description Calendar month */
                    month: string;
                    rounding?: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Problem (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Stable, for API clients: "task.wrong_state" */
                            code: string;
                            /** @description What is wrong and what to do, in Vietnamese */
                            detail: string;
                            fields?: {
                                code: string;
                                message: string;
                                path: string;
                            }[];
                            requestId: string;
                            status: number;
                            title: string;
                            type: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            againstLastYear: {
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                asOf: string;
                                points: string;
                                share: {
                                    denominator: number;
                                    exact: number | null;
                                    numerator: number;
                                    printed: string;
                                    /** @enum {string} */
                                    rounding: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                                };
                                words: string;
                            } | null;
                            againstPreviousMonth: {
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                asOf: string;
                                points: string;
                                share: {
                                    denominator: number;
                                    exact: number | null;
                                    numerator: number;
                                    printed: string;
                                    /** @enum {string} */
                                    rounding: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                                };
                                words: string;
                            };
                            agencies: {
                                agencyId: number;
                                agencyName: string;
                                overdueShare: {
                                    denominator: number;
                                    exact: number | null;
                                    numerator: number;
                                    printed: string;
                                    /** @enum {string} */
                                    rounding: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                                };
                                partition: {
                                    assigned: number;
                                    awaitingConfirmation: number;
                                    done: number;
                                    doneLate: number;
                                    doneOnTime: number;
                                    due: number;
                                    open: number;
                                    openInTerm: number;
                                    openOverdue: number;
                                };
                                rows: string;
                            }[];
                            agenciesTotal?: {
                                overdueShare: {
                                    denominator: number;
                                    exact: number | null;
                                    numerator: number;
                                    printed: string;
                                    /** @enum {string} */
                                    rounding: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                                };
                                partition: {
                                    assigned: number;
                                    awaitingConfirmation: number;
                                    done: number;
                                    doneLate: number;
                                    doneOnTime: number;
                                    due: number;
                                    open: number;
                                    openInTerm: number;
                                    openOverdue: number;
                                };
                            };
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            asOf: string;
                            assignedThisYear: {
                                printed: string;
                                rows: string;
                                value: number;
                            };
                            /** @enum {string} */
                            counting?: "perMember" | "once";
                            dueNextMonth: {
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                assignedOn: string;
                                code: string;
                                completedOn: string | null;
                                coordinating: string[];
                                daysLate: number | null;
                                /** @enum {string} */
                                deadlineKind: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                                dueOn: string | null;
                                firstDueOn: string | null;
                                groupTitle: string | null;
                                id: number;
                                leadAgencyId: number;
                                leadAgencyName: string;
                                otherLeads: string[];
                                percent: number;
                                sourceKind: string;
                                sourceNumber: string | null;
                                /** @enum {string} */
                                standing: "doneOnTime" | "doneLate" | "openInTerm" | "openOverdue";
                                /** @enum {string} */
                                standingOnFirstDue: "doneOnTime" | "doneLate" | "openInTerm" | "openOverdue";
                                /** @enum {string} */
                                state: "assigned" | "received" | "inProgress" | "reportedDone" | "confirmed" | "returned" | "cancelled";
                                targetCount: number;
                                title: string;
                            }[];
                            empty?: {
                                recordedLater: {
                                    /**
                                     * Format: date
                                     * @description Calendar day, Asia/Ho_Chi_Minh
                                     */
                                    firstOn: string;
                                    rows: string;
                                    tasks: number;
                                } | null;
                            } | null;
                            figures: {
                                assigned: {
                                    printed: string;
                                    rows: string;
                                    value: number;
                                };
                                done: {
                                    printed: string;
                                    rows: string;
                                    value: number;
                                };
                                doneLate: {
                                    printed: string;
                                    rows: string;
                                    value: number;
                                };
                                doneOnTime: {
                                    printed: string;
                                    rows: string;
                                    value: number;
                                };
                                openInTerm: {
                                    printed: string;
                                    rows: string;
                                    value: number;
                                };
                                openOverdue: {
                                    printed: string;
                                    rows: string;
                                    value: number;
                                };
                            };
                            footnote?: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            from: string;
                            headline: {
                                assigned: number;
                                awaitingConfirmation: number;
                                done: number;
                                doneLate: number;
                                doneOnTime: number;
                                due: number;
                                open: number;
                                openInTerm: number;
                                openOverdue: number;
                            };
                            isRecommendedByOffice?: boolean;
                            isSample: boolean;
                            knownOn: string | null;
                            /** @description Calendar month */
                            month: string;
                            overdue: {
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                assignedOn: string;
                                code: string;
                                completedOn: string | null;
                                coordinating: string[];
                                daysLate: number | null;
                                /** @enum {string} */
                                deadlineKind: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                                dueOn: string | null;
                                firstDueOn: string | null;
                                groupTitle: string | null;
                                id: number;
                                leadAgencyId: number;
                                leadAgencyName: string;
                                otherLeads: string[];
                                percent: number;
                                sourceKind: string;
                                sourceNumber: string | null;
                                /** @enum {string} */
                                standing: "doneOnTime" | "doneLate" | "openInTerm" | "openOverdue";
                                /** @enum {string} */
                                standingOnFirstDue: "doneOnTime" | "doneLate" | "openInTerm" | "openOverdue";
                                /** @enum {string} */
                                state: "assigned" | "received" | "inProgress" | "reportedDone" | "confirmed" | "returned" | "cancelled";
                                targetCount: number;
                                title: string;
                            }[];
                            overdueShare: {
                                denominator: number;
                                exact: number | null;
                                numerator: number;
                                printed: string;
                                /** @enum {string} */
                                rounding: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                            };
                            paragraphs: {
                                heading: string | null;
                                runs: {
                                    rows: string | null;
                                    text: string;
                                }[];
                            }[];
                            recommendations: string[];
                            /** @enum {string} */
                            rounding: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                            title: string;
                        };
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
    "/api/reports/monthly/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    /** @description Calendar day, Asia/Ho_Chi_Minh */
                    asOf?: string;
                    counting?: "perMember" | "once";
                    followerId?: number;
                    format: "docx" | "pdf" | "xlsx" | "html";
                    /** @description Calendar day, Asia/Ho_Chi_Minh */
                    from?: string;
                    /** @description Calendar day, Asia/Ho_Chi_Minh */
                    knownOn?: string;
                    /** @description Calendar month */
                    month: string;
                    rounding?: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Problem (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Stable, for API clients: "task.wrong_state" */
                            code: string;
                            /** @description What is wrong and what to do, in Vietnamese */
                            detail: string;
                            fields?: {
                                code: string;
                                message: string;
                                path: string;
                            }[];
                            requestId: string;
                            status: number;
                            title: string;
                            type: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
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
    "/api/reports/published": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures printed before the system, and whether they can be derived */
        get: operations["listPublishedReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/regimes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** On which day which draft is due */
        get: operations["listReportRegimes"];
        put?: never;
        /** Set on which day the draft of a kind is due */
        post: operations["addReportRegime"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/regimes/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End such a rule on a day */
        post: operations["endReportRegime"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/scoreboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The targets of a document: required, measured, by whom, on what evidence */
        get: operations["getReportScoreboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/signatories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Those who may sign reports today */
        get: operations["reportSignatories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Templates of every kind, the newest version first */
        get: operations["listReportTemplates"];
        put?: never;
        /** Draft a new version of a template */
        post: operations["draftReportTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version of a template */
        get: operations["getReportTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a drafted template (If-Match) */
        patch: operations["editReportTemplate"];
        trace?: never;
    };
    "/api/reports/templates/{id}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Drop a drafted template (If-Match) */
        post: operations["dropReportTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/templates/{id}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draw a drafted template up on a past period, without keeping it (If-Match) */
        post: operations["tryReportTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/templates/{id}/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a tried template in use (If-Match) */
        post: operations["useReportTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/written": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draw up a report from the template in use */
        post: operations["writeReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each role sees and may do */
        get: operations["listRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change what a role sees and may do */
        put: operations["changeRole"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A few hits of each kind: tasks, directives, agencies, people … */
        get: operations["searchEverything"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/second-factor/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove the second factor with a code of the app or a recovery code */
        post: operations["proveByCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/second-factor/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove the second factor with a passkey */
        post: operations["proveByPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/second-factor/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the browser needs to prove the second factor with a passkey */
        post: operations["beginProofByPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How users may sign in here */
        get: operations["getWaysIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where the browser goes to sign in by the identity provider */
        post: operations["sendToIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a passkey */
        post: operations["signInByPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the browser needs to sign in with a passkey */
        post: operations["beginSignInByPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for my signature, from every room: the longest waiting first */
        get: operations["listToSign"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The official partition as of a day, with shares, changes and rows
         * @description Every figure is a set of rows: follow `link` or `rows`, with `&standing=` for one figure.
         */
        get: operations["getStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/statistics/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The partition at the end of each of the last months */
        get: operations["getTrend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tasks as of a day
         * @description Officers get tasks in which their agency or a unit of it has a part; the others get all.
         */
        get: operations["listTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One task */
        get: operations["getTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Amend what was entered wrongly: title, parties, deadlines, targets
         * @description A form: the field "amendment" is JSON with reason, document (number, issuedOn) and the amended fields (title, content, product, parties, deadlines, targets) as they should have been; what is left out stays. The document may come as a file instead, or as well: PDF, DOCX, XLSX, PNG hoặc JPEG.
         */
        post: operations["amendTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/amendments/{amendmentId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file that an amendment rests on */
        get: operations["getAmendmentFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel */
        post: operations["cancelTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/comment-readers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People who may read comments for an audience, and so may be mentioned */
        get: operations["findCommentReaders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Threads of comments on a task, newest first, as far as the user belongs to their audience */
        get: operations["listComments"];
        put?: never;
        /** Comment on a task: starts a thread, and decides for whom it is */
        post: operations["startThread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm completion */
        post: operations["confirmTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/contributions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the part of a coordinating unit */
        post: operations["contributeToTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/contributions/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Request the part of a coordinating unit by a day */
        post: operations["requestContribution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Correct the completion */
        post: operations["correctTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/deadlines/{deadlineId}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finish a milestone */
        post: operations["finishMilestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/distribute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give what a phrase for many agencies was given to each of them */
        post: operations["distributeTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Claim completion */
        post: operations["reportDone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a file as evidence
         * @description multipart/form-data with one field `file`, up to 50 MB: PDF, DOCX, XLSX, PNG, JPEG; the bytes decide the type. Name the id in `evidence` of the report, claim or contribution it goes with.
         */
        post: operations["attachEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/evidence/{evidenceId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of evidence */
        get: operations["getEvidenceFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/evidence/{evidenceId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw evidence; it stays, marked as withdrawn */
        post: operations["withdrawEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/evidence/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a document by its notation as evidence */
        post: operations["attachDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move the due day */
        post: operations["extendTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything recorded about one task, oldest first */
        get: operations["getTaskHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The agencies that the phrases of a task mean
         * @description The members of the day it was given; for one that has ended, the agency that replaced it. Empty where the phrase does not say which.
         */
        get: operations["getTaskMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report progress */
        post: operations["reportProgress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive */
        post: operations["receiveTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/report-calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call on the lead to report by a day */
        post: operations["callForReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/requests/{requestId}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Grant or refuse a request */
        post: operations["decideRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/requests/extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Request a later due day */
        post: operations["requestExtension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/requests/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Request to return the task */
        post: operations["requestReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/requests/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Request a transfer to another agency */
        post: operations["requestTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/rhythm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set how often a task without an end is reported */
        put: operations["setRhythm"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/send-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse a claim */
        post: operations["sendTaskBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start the work */
        post: operations["startTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/subtasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a sub-task to a unit */
        post: operations["splitTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/subtasks/{subtaskId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a sub-task */
        put: operations["changeSubtask"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/subtasks/{subtaskId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept a sub-task */
        post: operations["acceptSubtask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/subtasks/{subtaskId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a sub-task */
        post: operations["cancelSubtask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/subtasks/{subtaskId}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report a sub-task as done */
        post: operations["finishSubtask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/subtasks/{subtaskId}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report on a sub-task */
        post: operations["reportSubtask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/subtasks/{subtaskId}/send-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a sub-task back */
        post: operations["sendSubtaskBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/subtasks/{subtaskId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start a sub-task */
        post: operations["startSubtask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/threads/{threadId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A thread with all its comments */
        get: operations["getThread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/threads/{threadId}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reply in a thread */
        post: operations["replyInThread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Transfer to another agency */
        post: operations["transferTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/urgings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notices about a task: to whom, and whether they arrived */
        get: operations["urgingLedgerOfTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The acts allowed now on each of these tasks, and their versions */
        get: operations["listActs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The same act on many tasks: all or none, or each separately
         * @description Up to 500 are done immediately; more become a run, answered with 202 and its id.
         */
        post: operations["actOnMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is due on each day: deadlines, milestones and period reports of the tasks of a filter
         * @description At most 62 days. The number of a day counts tasks; its `rows` opens them.
         */
        get: operations["getDueCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Acts on visible tasks since a cursor
         * @description For systems that keep a copy: nothing is skipped, and nothing comes twice under one cursor.
         */
        get: operations["listTaskChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole list as a sheet */
        get: operations["exportTasks"];
        put?: never;
        /**
         * Chosen tasks as a sheet
         * @description Those among them that the actor may see; nothing is changed.
         */
        post: operations["exportSelection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/progress-sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a filled-in sheet would report; nothing is changed
         * @description multipart/form-data with one `file`. Send the rows accepted to `/api/tasks/bulk`, act `report`.
         */
        post: operations["previewProgressSheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/progress-sheet.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open tasks of the user’s own agencies as a sheet to fill in */
        get: operations["takeProgressSheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same page of the list, with milestones and the due days that extensions replaced */
        get: operations["getTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/thresholds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The thresholds of the work lists, in days */
        get: operations["getThresholds"];
        /** Set the thresholds of the work lists */
        put: operations["setThresholds"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/urging/agencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Agencies with tasks to urge, most overdue first */
        get: operations["listAgenciesToUrge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/urging/agencies/{id}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notices to an agency */
        get: operations["urgingLedgerOfAgency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/urging/agencies/{id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The silent tasks of an agency, or those with a missing period report */
        get: operations["tasksToUrgeOfAgency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/urging/effect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The effect of urging */
        get: operations["urgingEffect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/urging/effect/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tasks behind one figure of the effect */
        get: operations["urgingEffectRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/urging/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List urging letters, newest first */
        get: operations["listLetters"];
        put?: never;
        /** Draft a letter to each agency */
        post: operations["makeLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/urging/letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One letter */
        get: operations["getLetter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a draft */
        patch: operations["editLetter"];
        trace?: never;
    };
    "/api/urging/letters/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * File the answer of the agency
         * @description A form: number, answeredOn, summary, progressReportId, and an optional file (PDF or DOCX).
         */
        post: operations["answerLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/urging/letters/{id}/answers/{answerId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** File of an answer */
        get: operations["getAnswerFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/urging/letters/{id}/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tasks, units and signatories to choose from */
        get: operations["letterChoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/urging/letters/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a letter */
        post: operations["closeLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/urging/letters/{id}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The letter as a document */
        get: operations["getLetterDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/urging/letters/{id}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Drop a draft */
        post: operations["dropLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/urging/letters/{id}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports that may be the answer */
        get: operations["letterReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/urging/letters/{id}/send-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a letter back unsigned, with the reason */
        post: operations["sendBackLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/urging/letters/{id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign: number, day, files, delivery */
        post: operations["signLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/urging/letters/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit a draft for signature */
        post: operations["submitLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/urging/letters/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a submitted letter */
        post: operations["withdrawLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/urging/letters/for-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Draft letters about exactly these tasks
         * @description One draft to each lead; the tasks are added to the draft that is open for it. Nothing is sent.
         */
        post: operations["urgeTasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/urging/letters/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign several */
        post: operations["signLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/urging/letters/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit several drafts for signature */
        post: operations["submitLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/urging/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom the rules notify on a day, and about which tasks */
        get: operations["urgingPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/urging/plan/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a rule, saved or not, on today */
        post: operations["tryUrgingRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/urging/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rules */
        get: operations["listUrgingRules"];
        put?: never;
        /** Add a rule */
        post: operations["addUrgingRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/urging/rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a rule */
        put: operations["changeUrgingRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/urging/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply today’s rules now; no notice is made twice */
        post: operations["applyUrgingRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/urging/setting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Letterhead and quiet hours */
        get: operations["getUrgingSetting"];
        /** Change the urging settings */
        put: operations["changeUrgingSetting"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Endpoints kept */
        get: operations["listWebhooks"];
        put?: never;
        /** Add an endpoint; its secret is shown once */
        post: operations["addWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change name, address and events */
        put: operations["editWebhook"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deliveries, newest first */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/deliveries/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One delivery with every try */
        get: operations["getWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/deliveries/{deliveryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Deliver one again */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pause an endpoint; its events are kept until it is resumed */
        post: operations["pauseWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove an endpoint */
        post: operations["removeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Deliver again from a cursor */
        post: operations["replayWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resume an endpoint and deliver what is due */
        post: operations["resumeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Renew the secret, shown once; the previous one signs for a while */
        post: operations["renewWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a sample event now and return the answer */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The events an endpoint can subscribe to */
        get: operations["listWebhookEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/working-calendar/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Days off and make-up working days of a year, with their reasons */
        get: operations["getCalendarYear"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/working-calendar/{year}/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** What was announced */
        put: operations["changeChoice"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/working-calendar/{year}/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A day off, worked, or swapped */
        post: operations["planDays"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/working-calendar/{year}/days/{day}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a planned day and its swap */
        post: operations["withdrawDay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/working-days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count working days between two days, or add them to one */
        get: operations["countWorkingDays"];
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
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description How the user signs in, and where they are signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string;
                        identity: {
                            label: string;
                            /** @description Instant, ISO 8601 */
                            linkedAt: string;
                            usedAt: string | null;
                        } | null;
                        /** @description Whether the role requires a second factor */
                        isTwoFactor: boolean;
                        passkeys: {
                            /** @description Instant, ISO 8601 */
                            addedAt: string;
                            id: number;
                            name: string;
                            usedAt: string | null;
                        }[];
                        passwordChangedAt: string | null;
                        provider: {
                            name: string;
                        } | null;
                        recoveryCodesLeft: number;
                        sessions: {
                            address: string | null;
                            id: string;
                            isCurrent: boolean;
                            proof: ("totp" | "passkey" | "recoveryCode" | "identity") | null;
                            /** @description Instant, ISO 8601 */
                            since: string;
                            /** @description Instant, ISO 8601 */
                            usedAt: string;
                            userAgent: string | null;
                        }[];
                        tokens: {
                            /** @description Instant, ISO 8601 */
                            expiresAt: string;
                            id: number;
                            /** @description Instant, ISO 8601 */
                            madeAt: string;
                            /** @description Whether it may change anything */
                            mayChange: boolean;
                            name: string;
                            scopes: ("home" | "tasks" | "directives" | "urging" | "oversight" | "registry" | "people" | "administration")[] | null;
                            usedAt: string | null;
                        }[];
                        /** @description What a token may be created for */
                        tokenScopes: ("home" | "tasks" | "directives" | "urging" | "oversight" | "registry" | "people" | "administration")[];
                        totpSince: string | null;
                        username: string | null;
                    };
                };
            };
        };
    };
    sendToLinkIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Where the browser goes next */
                        url: string;
                    };
                };
            };
        };
    };
    unlinkIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    addPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    challengeId: string;
                    name: string;
                    /** @description RegistrationResponseJSON */
                    response: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recoveryCodes: string[] | null;
                    };
                };
            };
        };
    };
    removePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    beginPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        challengeId: string;
                        /** @description PublicKeyCredentialCreationOptionsJSON or PublicKeyCredentialRequestOptionsJSON */
                        options: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currentPassword: string;
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recoveryCodes: string[];
                    };
                };
            };
        };
    };
    revokeOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: number;
                    };
                };
            };
        };
    };
    revokeSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    makeToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Days until it expires */
                    days: number;
                    /** @description Whether it may change anything; else it only reads */
                    mayChange?: boolean;
                    name: string;
                    /** @description Of the user, unless they sign in without one */
                    password?: string;
                    /** @description The parts of the product it may use */
                    scopes: ("home" | "tasks" | "directives" | "urging" | "oversight" | "registry" | "people" | "administration")[];
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Shown once */
                        token: string;
                    };
                };
            };
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    beginTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description otpauth://…, for the QR code */
                        address: string;
                        /** @description Base32 */
                        secret: string;
                    };
                };
            };
        };
    };
    confirmTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Six digits of the app, or a recovery code */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recoveryCodes: string[] | null;
                    };
                };
            };
        };
    };
    removeTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listAgencies: {
        parameters: {
            query?: {
                kind?: "central" | "ministry" | "ministerialAgency" | "governmentAgency" | "province" | "district" | "unit" | "council" | "other";
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                on?: string;
                parentId?: number;
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agencies: {
                            abbreviation: string | null;
                            id: number;
                            /** @enum {string} */
                            kind: "central" | "ministry" | "ministerialAgency" | "governmentAgency" | "province" | "district" | "unit" | "council" | "other";
                            name: string;
                            nameEn: string | null;
                            parentId: number | null;
                            slug: string;
                            validFrom: string | null;
                            validTo: string | null;
                        }[];
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        on: string;
                        turns: {
                            agencies: number;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            on: string;
                        }[];
                    };
                };
            };
        };
    };
    foundAgency: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    abbreviation?: string | null;
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    from: string;
                    /** @enum {string} */
                    kind: "central" | "ministry" | "ministerialAgency" | "governmentAgency" | "province" | "district" | "unit" | "council" | "other";
                    name: string;
                    nameEn?: string | null;
                    parentId?: number | null;
                    position?: number;
                    source: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
        };
    };
    getAgency: {
        parameters: {
            query?: {
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                on?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        abbreviation: string | null;
                        aliases: string[];
                        /** @description Instant, ISO 8601 */
                        changedAt: string;
                        changedBy: string;
                        codes: {
                            code: string;
                            /** @enum {string} */
                            confidence: "verified" | "memory";
                            /** @enum {string} */
                            scheme: "qcvn102" | "qd20" | "nso";
                            source: string;
                            validFrom: string | null;
                            validTo: string | null;
                        }[];
                        id: number;
                        /** @enum {string} */
                        kind: "central" | "ministry" | "ministerialAgency" | "governmentAgency" | "province" | "district" | "unit" | "council" | "other";
                        may: {
                            addUnit: boolean;
                            change: boolean;
                            readHistory: boolean;
                            readPeople: boolean;
                        };
                        name: string;
                        nameEn: string | null;
                        parentId: number | null;
                        periods: {
                            abbreviation: string | null;
                            /** @enum {string} */
                            confidence: "verified" | "memory";
                            /** @enum {string} */
                            kind: "central" | "ministry" | "ministerialAgency" | "governmentAgency" | "province" | "district" | "unit" | "council" | "other";
                            name: string;
                            nameEn: string | null;
                            parentId: number | null;
                            parentName: string | null;
                            source: string;
                            validFrom: string | null;
                            validTo: string | null;
                        }[];
                        position: number;
                        predecessors: {
                            /** @enum {string} */
                            confidence: "verified" | "memory";
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            effectiveOn: string;
                            id: number;
                            /** @enum {string} */
                            kind: "main" | "partial" | "renamed" | "abolished";
                            newId: number | null;
                            newName: string | null;
                            oldId: number;
                            oldName: string;
                            source: string;
                            subject: string | null;
                        }[];
                        slug: string;
                        successors: {
                            /** @enum {string} */
                            confidence: "verified" | "memory";
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            effectiveOn: string;
                            id: number;
                            /** @enum {string} */
                            kind: "main" | "partial" | "renamed" | "abolished";
                            newId: number | null;
                            newName: string | null;
                            oldId: number;
                            oldName: string;
                            source: string;
                            subject: string | null;
                        }[];
                        validFrom: string | null;
                        validTo: string | null;
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    addAlias: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    alias: string;
                    source: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    removeAlias: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    alias: string;
                    source: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    changeAgency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    abbreviation?: string | null;
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    from: string;
                    /** @enum {string} */
                    kind?: "central" | "ministry" | "ministerialAgency" | "governmentAgency" | "province" | "district" | "unit" | "council" | "other";
                    name?: string;
                    nameEn?: string | null;
                    parentId?: number | null;
                    position?: number;
                    source: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    addCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    from: string;
                    /** @enum {string} */
                    scheme: "qcvn102" | "qd20" | "nso";
                    source: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    endCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    on: string;
                    /** @enum {string} */
                    scheme: "qcvn102" | "qd20" | "nso";
                    source: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    endAgency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    heirId?: number | null;
                    on: string | null;
                    source: string;
                    withUnits?: boolean;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    agencyHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: {
                            /** @description Instant, ISO 8601 */
                            at: string;
                            by: string;
                            event: string;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            on: string;
                            onBehalfOf: string | null;
                            source: string | null;
                        }[];
                    };
                };
            };
        };
    };
    addSuccession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    effectiveOn: string;
                    /** @enum {string} */
                    kind: "main" | "partial" | "renamed" | "abolished";
                    newId: number | null;
                    source: string;
                    subject?: string | null;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    removeSuccession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                successionId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    compareAgencies: {
        parameters: {
            query: {
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                from: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        began: {
                            abbreviation: string | null;
                            id: number;
                            /** @enum {string} */
                            kind: "central" | "ministry" | "ministerialAgency" | "governmentAgency" | "province" | "district" | "unit" | "council" | "other";
                            name: string;
                            nameEn: string | null;
                            parentId: number | null;
                            slug: string;
                            validFrom: string | null;
                            validTo: string | null;
                        }[];
                        changed: {
                            after: {
                                abbreviation: string | null;
                                id: number;
                                /** @enum {string} */
                                kind: "central" | "ministry" | "ministerialAgency" | "governmentAgency" | "province" | "district" | "unit" | "council" | "other";
                                name: string;
                                nameEn: string | null;
                                parentId: number | null;
                                slug: string;
                                validFrom: string | null;
                                validTo: string | null;
                            };
                            before: {
                                abbreviation: string | null;
                                id: number;
                                /** @enum {string} */
                                kind: "central" | "ministry" | "ministerialAgency" | "governmentAgency" | "province" | "district" | "unit" | "council" | "other";
                                name: string;
                                nameEn: string | null;
                                parentId: number | null;
                                slug: string;
                                validFrom: string | null;
                                validTo: string | null;
                            };
                        }[];
                        ended: {
                            agency: {
                                abbreviation: string | null;
                                id: number;
                                /** @enum {string} */
                                kind: "central" | "ministry" | "ministerialAgency" | "governmentAgency" | "province" | "district" | "unit" | "council" | "other";
                                name: string;
                                nameEn: string | null;
                                parentId: number | null;
                                slug: string;
                                validFrom: string | null;
                                validTo: string | null;
                            };
                            successors: {
                                /** @enum {string} */
                                confidence: "verified" | "memory";
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                effectiveOn: string;
                                id: number;
                                /** @enum {string} */
                                kind: "main" | "partial" | "renamed" | "abolished";
                                newId: number | null;
                                newName: string | null;
                                oldId: number;
                                oldName: string;
                                source: string;
                                subject: string | null;
                            }[];
                        }[];
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        from: string;
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        to: string;
                        unchanged: number;
                    };
                };
            };
        };
    };
    resolveAgency: {
        parameters: {
            query: {
                name: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                on?: string;
                within?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agency: {
                            id: number;
                            insteadOf?: string;
                            /** @enum {string} */
                            kind: "central" | "ministry" | "ministerialAgency" | "governmentAgency" | "province" | "district" | "unit" | "council" | "other";
                            likeness: number;
                            name: string;
                        } | null;
                        candidates: {
                            id: number;
                            insteadOf?: string;
                            /** @enum {string} */
                            kind: "central" | "ministry" | "ministerialAgency" | "governmentAgency" | "province" | "district" | "unit" | "council" | "other";
                            likeness: number;
                            name: string;
                        }[];
                        members: {
                            id: number;
                            insteadOf?: string;
                            /** @enum {string} */
                            kind: "central" | "ministry" | "ministerialAgency" | "governmentAgency" | "province" | "district" | "unit" | "council" | "other";
                            likeness: number;
                            name: string;
                        }[];
                        /** @enum {string} */
                        outcome: "certain" | "likely" | "unsure" | "collective" | "unknown";
                    };
                };
            };
        };
    };
    readAudit: {
        parameters: {
            query?: {
                actor?: string;
                cursor?: string;
                event?: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                from?: string;
                limit?: number;
                onBehalfOf?: string;
                personId?: number;
                subjectId?: string;
                subjectKind?: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        nextCursor: string | null;
                        rows: {
                            actor: string;
                            actorPersonId: number | null;
                            after: unknown;
                            before: unknown;
                            detail: unknown;
                            event: string;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            happenedOn: string;
                            id: number;
                            onBehalfOf: string | null;
                            /** @description Instant, ISO 8601 */
                            recordedAt: string;
                            subject: {
                                name: string;
                                to: string | null;
                            } | null;
                            subjectId: string;
                            subjectKind: string;
                        }[];
                    };
                };
            };
        };
    };
    exportAudit: {
        parameters: {
            query?: {
                actor?: string;
                event?: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                from?: string;
                onBehalfOf?: string;
                personId?: number;
                subjectId?: string;
                subjectKind?: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    getAuditNames: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actors: string[];
                        events: {
                            en: string;
                            name: string;
                            vi: string;
                        }[];
                        onBehalfOf: string[];
                        subjectKinds: string[];
                    };
                };
            };
        };
    };
    verifyAudit: {
        parameters: {
            query?: {
                after?: number;
                /** @description A head noted earlier */
                expect?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        checked: number;
                        fault: {
                            afterAuditId: number | null;
                            auditId: number | null;
                            /** @enum {string} */
                            kind: "altered" | "missing" | "unsealed" | "unexpected";
                        } | null;
                        head: string | null;
                        last: number;
                        next: number | null;
                        ok: boolean;
                    };
                };
            };
        };
    };
    getBulkRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        act: "receive" | "start" | "report" | "reportDone" | "confirm" | "sendBack" | "requestExtension" | "requestReturn" | "requestTransfer" | "decide" | "extend" | "transfer" | "cancel" | "correct" | "callForReport";
                        id: number;
                        result: {
                            applied: boolean;
                            done: {
                                id: number;
                                /** @description Send it back as If-Match */
                                version: number;
                            }[];
                            failed: {
                                code: string | null;
                                id: number;
                                problem: {
                                    code: string;
                                    detail: string;
                                    fields: {
                                        code: string;
                                        message: string;
                                        path: string;
                                    }[];
                                    status: number;
                                };
                                title: string | null;
                            }[];
                        } | null;
                        /** @enum {string} */
                        state: "waiting" | "running" | "ended" | "failed";
                        total: number;
                        tried: number;
                    };
                };
            };
        };
    };
    listCalendarAddresses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        addresses: {
                            /** @description Instant, ISO 8601 */
                            addedAt: string;
                            agencyId: number | null;
                            agencyName: string | null;
                            id: number;
                            lastReadAt: string | null;
                            /** @enum {string} */
                            scope: "mine" | "agency";
                        }[];
                    };
                };
            };
        };
    };
    addCalendarAddress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agencyId?: number;
                    /** @enum {string} */
                    scope: "mine" | "agency";
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                        id: number;
                    };
                };
            };
        };
    };
    revokeCalendarAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readCalendar: {
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
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description Default Response */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
        };
    };
    listClients: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        clients: {
                            agencyId: number;
                            agencyName: string;
                            clientId: string;
                            formerUntil: string | null;
                            /** @description Instant, ISO 8601 */
                            madeAt: string;
                            madeBy: string;
                            name: string;
                            perMinute: number;
                            purpose: string | null;
                            revokedAt: string | null;
                            scopes: ("tasks.read" | "tasks.report" | "letters.read")[];
                            usedAt: string | null;
                            /** @description Send it back as If-Match */
                            version: number;
                        }[];
                    };
                };
            };
        };
    };
    addClient: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agencyId: number;
                    name: string;
                    /** @description Most requests in a minute */
                    perMinute?: number;
                    purpose?: string;
                    scopes: ("tasks.read" | "tasks.report" | "letters.read")[];
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        clientId: string;
                        secret: string;
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    editClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description Most requests in a minute */
                    perMinute?: number;
                    purpose?: string;
                    scopes: ("tasks.read" | "tasks.report" | "letters.read")[];
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    revokeClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    renewClientSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        clientId: string;
                        secret: string;
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    correctComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Plain text, at most 4000 characters */
                    body: string;
                    mentions?: {
                        /** @description Where the mention ends; its characters are replaced by @ and the name of the person */
                        end: number;
                        personId: number;
                        /** @description Place of the @ in `body`, in UTF-16 units */
                        start: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    withdrawComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    makeDeputation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    deputyId: number;
                    document?: string;
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    from: string;
                    /** @enum {string} */
                    kind: "authorised" | "absent";
                    postId: number;
                    reason?: string;
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    to: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
        };
    };
    revokeDeputation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
        };
    };
    getDesk: {
        parameters: {
            query?: {
                cursor?: string;
                group?: "toReceive" | "calledFor" | "toReport" | "sentBack" | "overdue" | "dueSoon" | "units" | "toAccept" | "contributions" | "awaitingDecision";
                limit?: number;
                silentDays?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        groups: {
                            count: number;
                            /** @enum {string} */
                            name: "toReceive" | "calledFor" | "toReport" | "sentBack" | "overdue" | "dueSoon" | "units" | "toAccept" | "contributions" | "awaitingDecision";
                            nextCursor: string | null;
                            rows: {
                                aboutId: number | null;
                                aboutOn: string | null;
                                by: string | null;
                                code: string;
                                daysLate: number | null;
                                /** @enum {string} */
                                deadlineKind: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                                detail: string | null;
                                dueOn: string | null;
                                firstDueOn: string | null;
                                leadAgencyId: number;
                                leadAgencyName: string;
                                may: ("receive" | "start" | "report" | "reportDone" | "confirm" | "sendBack" | "measure" | "requestExtension" | "requestReturn" | "requestTransfer" | "decide" | "extend" | "transfer" | "cancel" | "correct" | "distribute" | "finishMilestone" | "split" | "requestContribution" | "contribute" | "attach" | "setRhythm" | "callForReport" | "amend")[];
                                percent: number;
                                /** @enum {string} */
                                reason: "assigned" | "reportCall" | "period" | "silent" | "sentBack" | "overdue" | "dueSoon" | "subtask" | "contribution" | "extension" | "return" | "transfer" | "claim" | "claimWithoutProof" | "claimBelowTarget" | "progressBack" | "returned";
                                reportCalledFor: string | null;
                                /** @enum {string} */
                                standing: "doneOnTime" | "doneLate" | "openInTerm" | "openOverdue";
                                /** @enum {string} */
                                state: "assigned" | "received" | "inProgress" | "reportedDone" | "confirmed" | "returned" | "cancelled";
                                taskId: number;
                                title: string;
                                /** @description Send it back as If-Match */
                                version: number;
                                words: string | null;
                            }[];
                        }[];
                        silentDays: number;
                        soonDays: number;
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        today: string;
                    };
                };
            };
        };
    };
    listDirectives: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                search?: string;
                state?: "reading" | "failed" | "review" | "confirmed" | "dropped";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        nextCursor: string | null;
                        rows: {
                            confirmedAt: string | null;
                            confirmedBy: string | null;
                            draftCount: number;
                            edition: number;
                            failure: string | null;
                            failureCode: string | null;
                            fileName: string;
                            id: number;
                            issuedOn: string | null;
                            issuer: string | null;
                            number: string | null;
                            progress: number;
                            progressNote: string | null;
                            replacesId: number | null;
                            sizeBytes: number;
                            /** @enum {string} */
                            state: "reading" | "failed" | "review" | "confirmed" | "dropped";
                            subject: string | null;
                            taskCount: number;
                            type: string | null;
                            /** @description Instant, ISO 8601 */
                            uploadedAt: string;
                            uploadedBy: string;
                            urgency: string | null;
                        }[];
                    };
                };
            };
        };
    };
    uploadDirective: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @enum {string} */
                        state: "reading" | "failed" | "review" | "confirmed" | "dropped";
                    };
                };
            };
        };
    };
    getDirective: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        assignedOn: string | null;
                        /** @description Instant, ISO 8601 */
                        changedAt: string;
                        changedBy: string;
                        confirmedAt: string | null;
                        confirmedBy: string | null;
                        draftCount: number;
                        drafts: {
                            /** @description Instant, ISO 8601 */
                            changedAt: string;
                            changedBy: string;
                            checkedAt: string | null;
                            checkedBy: string | null;
                            confidence: number;
                            content: string;
                            contentSpan: {
                                end: number;
                                start: number;
                            } | null;
                            deadlines: {
                                /** @enum {string} */
                                by?: "secondReader";
                                confidence: number;
                                dueOn: string | null;
                                inherited: boolean;
                                /** @enum {string} */
                                kind: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                                milestone: boolean;
                                recurs: ("daily" | "weekly" | "monthly" | "quarterly" | "halfYearly" | "yearly") | null;
                                rule: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                                strict: boolean;
                                text: string;
                            }[];
                            distributionId: number | null;
                            distributions: {
                                added: string[];
                                agencies: number;
                                /** @enum {string} */
                                form: "each" | "shared" | "coordinating";
                                id: number;
                                leftOut: string[];
                                /** @description Instant, ISO 8601 */
                                madeAt: string;
                                madeBy: string;
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                membersOn: string;
                                name: string;
                                reason: string | null;
                            }[];
                            groupTitle: string | null;
                            id: number;
                            implements: string[];
                            isDropped: boolean;
                            parties: {
                                accountable: boolean;
                                agencyId: number | null;
                                agencyName: string | null;
                                /** @enum {string} */
                                by?: "secondReader";
                                candidates: {
                                    id: number;
                                    insteadOf?: string;
                                    /** @enum {string} */
                                    kind: "central" | "ministry" | "ministerialAgency" | "governmentAgency" | "province" | "district" | "unit" | "council" | "other";
                                    likeness: number;
                                    name: string;
                                }[];
                                collective: boolean;
                                confidence: number;
                                distributionId?: number;
                                members: number | null;
                                name: string;
                                /** @enum {string} */
                                outcome: "certain" | "likely" | "unsure" | "collective" | "unknown" | "chosen";
                                /** @enum {string} */
                                role: "lead" | "coordinating";
                                scope: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                            }[];
                            position: number;
                            problems: {
                                code: string;
                                field: string;
                                message: string;
                                values?: {
                                    [key: string]: string | number | string[];
                                };
                            }[];
                            product: string | null;
                            ref: string;
                            span: {
                                end: number;
                                start: number;
                            } | null;
                            targets: {
                                baseline: string | null;
                                /** @enum {string} */
                                by?: "secondReader";
                                byWhen: string | null;
                                /** @enum {string} */
                                comparator: "=" | ">=" | "<=" | ">" | "<" | "range" | "increase>=" | "decrease>=";
                                confidence: number;
                                max: number | null;
                                measure: string;
                                scope: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                                text: string;
                                unit: string;
                                value: number;
                            }[];
                            taskId: number | null;
                            title: string;
                            /** @description Send it back as If-Match */
                            version: number;
                            warnings: {
                                code: string;
                                message: string;
                                span?: {
                                    end: number;
                                    start: number;
                                };
                                values?: {
                                    [key: string]: string | number | string[];
                                };
                            }[];
                        }[];
                        edition: number;
                        effectOn: string | null;
                        failure: string | null;
                        failureCode: string | null;
                        fileName: string;
                        found: {
                            [key: string]: {
                                confidence: number;
                                span: {
                                    end: number;
                                    start: number;
                                };
                            };
                        };
                        id: number;
                        implements: {
                            issuedOn: string | null;
                            number: string;
                            span: {
                                end: number;
                                start: number;
                            } | null;
                            type: string | null;
                        }[];
                        isFileKept: boolean;
                        issuedOn: string | null;
                        issuer: string | null;
                        issuerAgencyId: number | null;
                        issuerAgencyName: string | null;
                        legalBases: {
                            issuedOn: string | null;
                            number: string;
                            span: {
                                end: number;
                                start: number;
                            } | null;
                            type: string | null;
                        }[];
                        mediaType: string;
                        number: string | null;
                        place: string | null;
                        problems: {
                            code: string;
                            field: string;
                            message: string;
                            values?: {
                                [key: string]: string | number | string[];
                            };
                        }[];
                        progress: number;
                        progressNote: string | null;
                        recipients: string[];
                        replacesId: number | null;
                        sameNotation: {
                            edition: number;
                            id: number;
                            /** @enum {string} */
                            state: "reading" | "failed" | "review" | "confirmed" | "dropped";
                        } | null;
                        secondReading: {
                            accepted: number;
                            answered: number;
                            asked: number;
                            dropped: number;
                            model: string | null;
                        } | null;
                        signer: string | null;
                        sizeBytes: number;
                        /** @enum {string} */
                        state: "reading" | "failed" | "review" | "confirmed" | "dropped";
                        subject: string | null;
                        taskCount: number;
                        type: string | null;
                        /** @description Instant, ISO 8601 */
                        uploadedAt: string;
                        uploadedBy: string;
                        urgency: string | null;
                        /** @description Send it back as If-Match */
                        version: number;
                        warnings: {
                            code: string;
                            message: string;
                            span?: {
                                end: number;
                                start: number;
                            };
                            values?: {
                                [key: string]: string | number | string[];
                            };
                        }[];
                    };
                };
            };
        };
    };
    dropDirective: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    correctDirective: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    assignedOn?: string | null;
                    issuedOn?: string | null;
                    issuer?: string | null;
                    number?: string | null;
                    signer?: string | null;
                    subject?: string | null;
                    type?: string | null;
                    urgency?: string | null;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    confirmDirective: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    asNewEdition?: boolean;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        created: number;
                        edition: number;
                        existing: {
                            ref: string;
                            taskId: number;
                        }[];
                        leftOver: {
                            ref: string;
                            taskId: number;
                        }[];
                        message: string;
                        replacesId: number | null;
                        reworded: {
                            ref: string;
                            taskId: number;
                        }[];
                        taskIds: number[];
                    };
                };
            };
        };
    };
    undoDistribution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                distributionId: number;
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        drafts: {
                            /** @description Instant, ISO 8601 */
                            changedAt: string;
                            changedBy: string;
                            checkedAt: string | null;
                            checkedBy: string | null;
                            confidence: number;
                            content: string;
                            contentSpan: {
                                end: number;
                                start: number;
                            } | null;
                            deadlines: {
                                /** @enum {string} */
                                by?: "secondReader";
                                confidence: number;
                                dueOn: string | null;
                                inherited: boolean;
                                /** @enum {string} */
                                kind: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                                milestone: boolean;
                                recurs: ("daily" | "weekly" | "monthly" | "quarterly" | "halfYearly" | "yearly") | null;
                                rule: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                                strict: boolean;
                                text: string;
                            }[];
                            distributionId: number | null;
                            distributions: {
                                added: string[];
                                agencies: number;
                                /** @enum {string} */
                                form: "each" | "shared" | "coordinating";
                                id: number;
                                leftOut: string[];
                                /** @description Instant, ISO 8601 */
                                madeAt: string;
                                madeBy: string;
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                membersOn: string;
                                name: string;
                                reason: string | null;
                            }[];
                            groupTitle: string | null;
                            id: number;
                            implements: string[];
                            isDropped: boolean;
                            parties: {
                                accountable: boolean;
                                agencyId: number | null;
                                agencyName: string | null;
                                /** @enum {string} */
                                by?: "secondReader";
                                candidates: {
                                    id: number;
                                    insteadOf?: string;
                                    /** @enum {string} */
                                    kind: "central" | "ministry" | "ministerialAgency" | "governmentAgency" | "province" | "district" | "unit" | "council" | "other";
                                    likeness: number;
                                    name: string;
                                }[];
                                collective: boolean;
                                confidence: number;
                                distributionId?: number;
                                members: number | null;
                                name: string;
                                /** @enum {string} */
                                outcome: "certain" | "likely" | "unsure" | "collective" | "unknown" | "chosen";
                                /** @enum {string} */
                                role: "lead" | "coordinating";
                                scope: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                            }[];
                            position: number;
                            problems: {
                                code: string;
                                field: string;
                                message: string;
                                values?: {
                                    [key: string]: string | number | string[];
                                };
                            }[];
                            product: string | null;
                            ref: string;
                            span: {
                                end: number;
                                start: number;
                            } | null;
                            targets: {
                                baseline: string | null;
                                /** @enum {string} */
                                by?: "secondReader";
                                byWhen: string | null;
                                /** @enum {string} */
                                comparator: "=" | ">=" | "<=" | ">" | "<" | "range" | "increase>=" | "decrease>=";
                                confidence: number;
                                max: number | null;
                                measure: string;
                                scope: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                                text: string;
                                unit: string;
                                value: number;
                            }[];
                            taskId: number | null;
                            title: string;
                            /** @description Send it back as If-Match */
                            version: number;
                            warnings: {
                                code: string;
                                message: string;
                                span?: {
                                    end: number;
                                    start: number;
                                };
                                values?: {
                                    [key: string]: string | number | string[];
                                };
                            }[];
                        }[];
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    addDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    content: string;
                    deadlines: {
                        /** @enum {string} */
                        by?: "secondReader";
                        confidence: number;
                        dueOn: string | null;
                        inherited: boolean;
                        /** @enum {string} */
                        kind: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                        milestone: boolean;
                        recurs: ("daily" | "weekly" | "monthly" | "quarterly" | "halfYearly" | "yearly") | null;
                        rule: string | null;
                        span: {
                            end: number;
                            start: number;
                        } | null;
                        strict: boolean;
                        text: string;
                    }[];
                    groupTitle: string | null;
                    implements: string[];
                    parties: {
                        accountable: boolean;
                        agencyId: number | null;
                        collective?: boolean;
                        name: string;
                        /** @enum {string} */
                        role: "lead" | "coordinating";
                        scope?: string | null;
                        span?: {
                            end: number;
                            start: number;
                        } | null;
                    }[];
                    product: string | null;
                    span?: {
                        end: number;
                        start: number;
                    } | null;
                    targets: {
                        baseline: string | null;
                        /** @enum {string} */
                        by?: "secondReader";
                        byWhen: string | null;
                        /** @enum {string} */
                        comparator: "=" | ">=" | "<=" | ">" | "<" | "range" | "increase>=" | "decrease>=";
                        confidence: number;
                        max: number | null;
                        measure: string;
                        scope: string | null;
                        span: {
                            end: number;
                            start: number;
                        } | null;
                        text: string;
                        unit: string;
                        value: number;
                    }[];
                    title: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        drafts: {
                            /** @description Instant, ISO 8601 */
                            changedAt: string;
                            changedBy: string;
                            checkedAt: string | null;
                            checkedBy: string | null;
                            confidence: number;
                            content: string;
                            contentSpan: {
                                end: number;
                                start: number;
                            } | null;
                            deadlines: {
                                /** @enum {string} */
                                by?: "secondReader";
                                confidence: number;
                                dueOn: string | null;
                                inherited: boolean;
                                /** @enum {string} */
                                kind: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                                milestone: boolean;
                                recurs: ("daily" | "weekly" | "monthly" | "quarterly" | "halfYearly" | "yearly") | null;
                                rule: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                                strict: boolean;
                                text: string;
                            }[];
                            distributionId: number | null;
                            distributions: {
                                added: string[];
                                agencies: number;
                                /** @enum {string} */
                                form: "each" | "shared" | "coordinating";
                                id: number;
                                leftOut: string[];
                                /** @description Instant, ISO 8601 */
                                madeAt: string;
                                madeBy: string;
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                membersOn: string;
                                name: string;
                                reason: string | null;
                            }[];
                            groupTitle: string | null;
                            id: number;
                            implements: string[];
                            isDropped: boolean;
                            parties: {
                                accountable: boolean;
                                agencyId: number | null;
                                agencyName: string | null;
                                /** @enum {string} */
                                by?: "secondReader";
                                candidates: {
                                    id: number;
                                    insteadOf?: string;
                                    /** @enum {string} */
                                    kind: "central" | "ministry" | "ministerialAgency" | "governmentAgency" | "province" | "district" | "unit" | "council" | "other";
                                    likeness: number;
                                    name: string;
                                }[];
                                collective: boolean;
                                confidence: number;
                                distributionId?: number;
                                members: number | null;
                                name: string;
                                /** @enum {string} */
                                outcome: "certain" | "likely" | "unsure" | "collective" | "unknown" | "chosen";
                                /** @enum {string} */
                                role: "lead" | "coordinating";
                                scope: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                            }[];
                            position: number;
                            problems: {
                                code: string;
                                field: string;
                                message: string;
                                values?: {
                                    [key: string]: string | number | string[];
                                };
                            }[];
                            product: string | null;
                            ref: string;
                            span: {
                                end: number;
                                start: number;
                            } | null;
                            targets: {
                                baseline: string | null;
                                /** @enum {string} */
                                by?: "secondReader";
                                byWhen: string | null;
                                /** @enum {string} */
                                comparator: "=" | ">=" | "<=" | ">" | "<" | "range" | "increase>=" | "decrease>=";
                                confidence: number;
                                max: number | null;
                                measure: string;
                                scope: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                                text: string;
                                unit: string;
                                value: number;
                            }[];
                            taskId: number | null;
                            title: string;
                            /** @description Send it back as If-Match */
                            version: number;
                            warnings: {
                                code: string;
                                message: string;
                                span?: {
                                    end: number;
                                    start: number;
                                };
                                values?: {
                                    [key: string]: string | number | string[];
                                };
                            }[];
                        }[];
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    editDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: number;
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    content: string;
                    deadlines: {
                        /** @enum {string} */
                        by?: "secondReader";
                        confidence: number;
                        dueOn: string | null;
                        inherited: boolean;
                        /** @enum {string} */
                        kind: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                        milestone: boolean;
                        recurs: ("daily" | "weekly" | "monthly" | "quarterly" | "halfYearly" | "yearly") | null;
                        rule: string | null;
                        span: {
                            end: number;
                            start: number;
                        } | null;
                        strict: boolean;
                        text: string;
                    }[];
                    groupTitle: string | null;
                    implements: string[];
                    parties: {
                        accountable: boolean;
                        agencyId: number | null;
                        collective?: boolean;
                        name: string;
                        /** @enum {string} */
                        role: "lead" | "coordinating";
                        scope?: string | null;
                        span?: {
                            end: number;
                            start: number;
                        } | null;
                    }[];
                    product: string | null;
                    span?: {
                        end: number;
                        start: number;
                    } | null;
                    targets: {
                        baseline: string | null;
                        /** @enum {string} */
                        by?: "secondReader";
                        byWhen: string | null;
                        /** @enum {string} */
                        comparator: "=" | ">=" | "<=" | ">" | "<" | "range" | "increase>=" | "decrease>=";
                        confidence: number;
                        max: number | null;
                        measure: string;
                        scope: string | null;
                        span: {
                            end: number;
                            start: number;
                        } | null;
                        text: string;
                        unit: string;
                        value: number;
                    }[];
                    title: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        drafts: {
                            /** @description Instant, ISO 8601 */
                            changedAt: string;
                            changedBy: string;
                            checkedAt: string | null;
                            checkedBy: string | null;
                            confidence: number;
                            content: string;
                            contentSpan: {
                                end: number;
                                start: number;
                            } | null;
                            deadlines: {
                                /** @enum {string} */
                                by?: "secondReader";
                                confidence: number;
                                dueOn: string | null;
                                inherited: boolean;
                                /** @enum {string} */
                                kind: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                                milestone: boolean;
                                recurs: ("daily" | "weekly" | "monthly" | "quarterly" | "halfYearly" | "yearly") | null;
                                rule: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                                strict: boolean;
                                text: string;
                            }[];
                            distributionId: number | null;
                            distributions: {
                                added: string[];
                                agencies: number;
                                /** @enum {string} */
                                form: "each" | "shared" | "coordinating";
                                id: number;
                                leftOut: string[];
                                /** @description Instant, ISO 8601 */
                                madeAt: string;
                                madeBy: string;
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                membersOn: string;
                                name: string;
                                reason: string | null;
                            }[];
                            groupTitle: string | null;
                            id: number;
                            implements: string[];
                            isDropped: boolean;
                            parties: {
                                accountable: boolean;
                                agencyId: number | null;
                                agencyName: string | null;
                                /** @enum {string} */
                                by?: "secondReader";
                                candidates: {
                                    id: number;
                                    insteadOf?: string;
                                    /** @enum {string} */
                                    kind: "central" | "ministry" | "ministerialAgency" | "governmentAgency" | "province" | "district" | "unit" | "council" | "other";
                                    likeness: number;
                                    name: string;
                                }[];
                                collective: boolean;
                                confidence: number;
                                distributionId?: number;
                                members: number | null;
                                name: string;
                                /** @enum {string} */
                                outcome: "certain" | "likely" | "unsure" | "collective" | "unknown" | "chosen";
                                /** @enum {string} */
                                role: "lead" | "coordinating";
                                scope: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                            }[];
                            position: number;
                            problems: {
                                code: string;
                                field: string;
                                message: string;
                                values?: {
                                    [key: string]: string | number | string[];
                                };
                            }[];
                            product: string | null;
                            ref: string;
                            span: {
                                end: number;
                                start: number;
                            } | null;
                            targets: {
                                baseline: string | null;
                                /** @enum {string} */
                                by?: "secondReader";
                                byWhen: string | null;
                                /** @enum {string} */
                                comparator: "=" | ">=" | "<=" | ">" | "<" | "range" | "increase>=" | "decrease>=";
                                confidence: number;
                                max: number | null;
                                measure: string;
                                scope: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                                text: string;
                                unit: string;
                                value: number;
                            }[];
                            taskId: number | null;
                            title: string;
                            /** @description Send it back as If-Match */
                            version: number;
                            warnings: {
                                code: string;
                                message: string;
                                span?: {
                                    end: number;
                                    start: number;
                                };
                                values?: {
                                    [key: string]: string | number | string[];
                                };
                            }[];
                        }[];
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    checkDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: number;
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        drafts: {
                            /** @description Instant, ISO 8601 */
                            changedAt: string;
                            changedBy: string;
                            checkedAt: string | null;
                            checkedBy: string | null;
                            confidence: number;
                            content: string;
                            contentSpan: {
                                end: number;
                                start: number;
                            } | null;
                            deadlines: {
                                /** @enum {string} */
                                by?: "secondReader";
                                confidence: number;
                                dueOn: string | null;
                                inherited: boolean;
                                /** @enum {string} */
                                kind: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                                milestone: boolean;
                                recurs: ("daily" | "weekly" | "monthly" | "quarterly" | "halfYearly" | "yearly") | null;
                                rule: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                                strict: boolean;
                                text: string;
                            }[];
                            distributionId: number | null;
                            distributions: {
                                added: string[];
                                agencies: number;
                                /** @enum {string} */
                                form: "each" | "shared" | "coordinating";
                                id: number;
                                leftOut: string[];
                                /** @description Instant, ISO 8601 */
                                madeAt: string;
                                madeBy: string;
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                membersOn: string;
                                name: string;
                                reason: string | null;
                            }[];
                            groupTitle: string | null;
                            id: number;
                            implements: string[];
                            isDropped: boolean;
                            parties: {
                                accountable: boolean;
                                agencyId: number | null;
                                agencyName: string | null;
                                /** @enum {string} */
                                by?: "secondReader";
                                candidates: {
                                    id: number;
                                    insteadOf?: string;
                                    /** @enum {string} */
                                    kind: "central" | "ministry" | "ministerialAgency" | "governmentAgency" | "province" | "district" | "unit" | "council" | "other";
                                    likeness: number;
                                    name: string;
                                }[];
                                collective: boolean;
                                confidence: number;
                                distributionId?: number;
                                members: number | null;
                                name: string;
                                /** @enum {string} */
                                outcome: "certain" | "likely" | "unsure" | "collective" | "unknown" | "chosen";
                                /** @enum {string} */
                                role: "lead" | "coordinating";
                                scope: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                            }[];
                            position: number;
                            problems: {
                                code: string;
                                field: string;
                                message: string;
                                values?: {
                                    [key: string]: string | number | string[];
                                };
                            }[];
                            product: string | null;
                            ref: string;
                            span: {
                                end: number;
                                start: number;
                            } | null;
                            targets: {
                                baseline: string | null;
                                /** @enum {string} */
                                by?: "secondReader";
                                byWhen: string | null;
                                /** @enum {string} */
                                comparator: "=" | ">=" | "<=" | ">" | "<" | "range" | "increase>=" | "decrease>=";
                                confidence: number;
                                max: number | null;
                                measure: string;
                                scope: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                                text: string;
                                unit: string;
                                value: number;
                            }[];
                            taskId: number | null;
                            title: string;
                            /** @description Send it back as If-Match */
                            version: number;
                            warnings: {
                                code: string;
                                message: string;
                                span?: {
                                    end: number;
                                    start: number;
                                };
                                values?: {
                                    [key: string]: string | number | string[];
                                };
                            }[];
                        }[];
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    distributeDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: number;
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountableId?: number;
                    agencyIds: number[];
                    /** @enum {string} */
                    form: "each" | "shared" | "coordinating";
                    party: number;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        drafts: {
                            /** @description Instant, ISO 8601 */
                            changedAt: string;
                            changedBy: string;
                            checkedAt: string | null;
                            checkedBy: string | null;
                            confidence: number;
                            content: string;
                            contentSpan: {
                                end: number;
                                start: number;
                            } | null;
                            deadlines: {
                                /** @enum {string} */
                                by?: "secondReader";
                                confidence: number;
                                dueOn: string | null;
                                inherited: boolean;
                                /** @enum {string} */
                                kind: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                                milestone: boolean;
                                recurs: ("daily" | "weekly" | "monthly" | "quarterly" | "halfYearly" | "yearly") | null;
                                rule: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                                strict: boolean;
                                text: string;
                            }[];
                            distributionId: number | null;
                            distributions: {
                                added: string[];
                                agencies: number;
                                /** @enum {string} */
                                form: "each" | "shared" | "coordinating";
                                id: number;
                                leftOut: string[];
                                /** @description Instant, ISO 8601 */
                                madeAt: string;
                                madeBy: string;
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                membersOn: string;
                                name: string;
                                reason: string | null;
                            }[];
                            groupTitle: string | null;
                            id: number;
                            implements: string[];
                            isDropped: boolean;
                            parties: {
                                accountable: boolean;
                                agencyId: number | null;
                                agencyName: string | null;
                                /** @enum {string} */
                                by?: "secondReader";
                                candidates: {
                                    id: number;
                                    insteadOf?: string;
                                    /** @enum {string} */
                                    kind: "central" | "ministry" | "ministerialAgency" | "governmentAgency" | "province" | "district" | "unit" | "council" | "other";
                                    likeness: number;
                                    name: string;
                                }[];
                                collective: boolean;
                                confidence: number;
                                distributionId?: number;
                                members: number | null;
                                name: string;
                                /** @enum {string} */
                                outcome: "certain" | "likely" | "unsure" | "collective" | "unknown" | "chosen";
                                /** @enum {string} */
                                role: "lead" | "coordinating";
                                scope: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                            }[];
                            position: number;
                            problems: {
                                code: string;
                                field: string;
                                message: string;
                                values?: {
                                    [key: string]: string | number | string[];
                                };
                            }[];
                            product: string | null;
                            ref: string;
                            span: {
                                end: number;
                                start: number;
                            } | null;
                            targets: {
                                baseline: string | null;
                                /** @enum {string} */
                                by?: "secondReader";
                                byWhen: string | null;
                                /** @enum {string} */
                                comparator: "=" | ">=" | "<=" | ">" | "<" | "range" | "increase>=" | "decrease>=";
                                confidence: number;
                                max: number | null;
                                measure: string;
                                scope: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                                text: string;
                                unit: string;
                                value: number;
                            }[];
                            taskId: number | null;
                            title: string;
                            /** @description Send it back as If-Match */
                            version: number;
                            warnings: {
                                code: string;
                                message: string;
                                span?: {
                                    end: number;
                                    start: number;
                                };
                                values?: {
                                    [key: string]: string | number | string[];
                                };
                            }[];
                        }[];
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    previewDistribution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: number;
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountableId?: number;
                    agencyIds?: number[];
                    /** @enum {string} */
                    form: "each" | "shared" | "coordinating";
                    party: number;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        added: string[];
                        leftOut: string[];
                        members: {
                            id: number;
                            insteadOf?: string;
                            /** @enum {string} */
                            kind: "central" | "ministry" | "ministerialAgency" | "governmentAgency" | "province" | "district" | "unit" | "council" | "other";
                            likeness: number;
                            name: string;
                        }[];
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        membersOn: string;
                        name: string;
                        rows: {
                            coordinating: string[];
                            deadlines: {
                                dueOn: string | null;
                                text: string;
                            }[];
                            leads: {
                                accountable: boolean;
                                name: string;
                            }[];
                            ref: string;
                            targets: string[];
                            title: string;
                        }[];
                    };
                };
            };
        };
    };
    dropDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: number;
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        drafts: {
                            /** @description Instant, ISO 8601 */
                            changedAt: string;
                            changedBy: string;
                            checkedAt: string | null;
                            checkedBy: string | null;
                            confidence: number;
                            content: string;
                            contentSpan: {
                                end: number;
                                start: number;
                            } | null;
                            deadlines: {
                                /** @enum {string} */
                                by?: "secondReader";
                                confidence: number;
                                dueOn: string | null;
                                inherited: boolean;
                                /** @enum {string} */
                                kind: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                                milestone: boolean;
                                recurs: ("daily" | "weekly" | "monthly" | "quarterly" | "halfYearly" | "yearly") | null;
                                rule: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                                strict: boolean;
                                text: string;
                            }[];
                            distributionId: number | null;
                            distributions: {
                                added: string[];
                                agencies: number;
                                /** @enum {string} */
                                form: "each" | "shared" | "coordinating";
                                id: number;
                                leftOut: string[];
                                /** @description Instant, ISO 8601 */
                                madeAt: string;
                                madeBy: string;
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                membersOn: string;
                                name: string;
                                reason: string | null;
                            }[];
                            groupTitle: string | null;
                            id: number;
                            implements: string[];
                            isDropped: boolean;
                            parties: {
                                accountable: boolean;
                                agencyId: number | null;
                                agencyName: string | null;
                                /** @enum {string} */
                                by?: "secondReader";
                                candidates: {
                                    id: number;
                                    insteadOf?: string;
                                    /** @enum {string} */
                                    kind: "central" | "ministry" | "ministerialAgency" | "governmentAgency" | "province" | "district" | "unit" | "council" | "other";
                                    likeness: number;
                                    name: string;
                                }[];
                                collective: boolean;
                                confidence: number;
                                distributionId?: number;
                                members: number | null;
                                name: string;
                                /** @enum {string} */
                                outcome: "certain" | "likely" | "unsure" | "collective" | "unknown" | "chosen";
                                /** @enum {string} */
                                role: "lead" | "coordinating";
                                scope: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                            }[];
                            position: number;
                            problems: {
                                code: string;
                                field: string;
                                message: string;
                                values?: {
                                    [key: string]: string | number | string[];
                                };
                            }[];
                            product: string | null;
                            ref: string;
                            span: {
                                end: number;
                                start: number;
                            } | null;
                            targets: {
                                baseline: string | null;
                                /** @enum {string} */
                                by?: "secondReader";
                                byWhen: string | null;
                                /** @enum {string} */
                                comparator: "=" | ">=" | "<=" | ">" | "<" | "range" | "increase>=" | "decrease>=";
                                confidence: number;
                                max: number | null;
                                measure: string;
                                scope: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                                text: string;
                                unit: string;
                                value: number;
                            }[];
                            taskId: number | null;
                            title: string;
                            /** @description Send it back as If-Match */
                            version: number;
                            warnings: {
                                code: string;
                                message: string;
                                span?: {
                                    end: number;
                                    start: number;
                                };
                                values?: {
                                    [key: string]: string | number | string[];
                                };
                            }[];
                        }[];
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    restoreDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: number;
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        drafts: {
                            /** @description Instant, ISO 8601 */
                            changedAt: string;
                            changedBy: string;
                            checkedAt: string | null;
                            checkedBy: string | null;
                            confidence: number;
                            content: string;
                            contentSpan: {
                                end: number;
                                start: number;
                            } | null;
                            deadlines: {
                                /** @enum {string} */
                                by?: "secondReader";
                                confidence: number;
                                dueOn: string | null;
                                inherited: boolean;
                                /** @enum {string} */
                                kind: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                                milestone: boolean;
                                recurs: ("daily" | "weekly" | "monthly" | "quarterly" | "halfYearly" | "yearly") | null;
                                rule: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                                strict: boolean;
                                text: string;
                            }[];
                            distributionId: number | null;
                            distributions: {
                                added: string[];
                                agencies: number;
                                /** @enum {string} */
                                form: "each" | "shared" | "coordinating";
                                id: number;
                                leftOut: string[];
                                /** @description Instant, ISO 8601 */
                                madeAt: string;
                                madeBy: string;
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                membersOn: string;
                                name: string;
                                reason: string | null;
                            }[];
                            groupTitle: string | null;
                            id: number;
                            implements: string[];
                            isDropped: boolean;
                            parties: {
                                accountable: boolean;
                                agencyId: number | null;
                                agencyName: string | null;
                                /** @enum {string} */
                                by?: "secondReader";
                                candidates: {
                                    id: number;
                                    insteadOf?: string;
                                    /** @enum {string} */
                                    kind: "central" | "ministry" | "ministerialAgency" | "governmentAgency" | "province" | "district" | "unit" | "council" | "other";
                                    likeness: number;
                                    name: string;
                                }[];
                                collective: boolean;
                                confidence: number;
                                distributionId?: number;
                                members: number | null;
                                name: string;
                                /** @enum {string} */
                                outcome: "certain" | "likely" | "unsure" | "collective" | "unknown" | "chosen";
                                /** @enum {string} */
                                role: "lead" | "coordinating";
                                scope: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                            }[];
                            position: number;
                            problems: {
                                code: string;
                                field: string;
                                message: string;
                                values?: {
                                    [key: string]: string | number | string[];
                                };
                            }[];
                            product: string | null;
                            ref: string;
                            span: {
                                end: number;
                                start: number;
                            } | null;
                            targets: {
                                baseline: string | null;
                                /** @enum {string} */
                                by?: "secondReader";
                                byWhen: string | null;
                                /** @enum {string} */
                                comparator: "=" | ">=" | "<=" | ">" | "<" | "range" | "increase>=" | "decrease>=";
                                confidence: number;
                                max: number | null;
                                measure: string;
                                scope: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                                text: string;
                                unit: string;
                                value: number;
                            }[];
                            taskId: number | null;
                            title: string;
                            /** @description Send it back as If-Match */
                            version: number;
                            warnings: {
                                code: string;
                                message: string;
                                span?: {
                                    end: number;
                                    start: number;
                                };
                                values?: {
                                    [key: string]: string | number | string[];
                                };
                            }[];
                        }[];
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    splitDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: number;
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    at: number;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        drafts: {
                            /** @description Instant, ISO 8601 */
                            changedAt: string;
                            changedBy: string;
                            checkedAt: string | null;
                            checkedBy: string | null;
                            confidence: number;
                            content: string;
                            contentSpan: {
                                end: number;
                                start: number;
                            } | null;
                            deadlines: {
                                /** @enum {string} */
                                by?: "secondReader";
                                confidence: number;
                                dueOn: string | null;
                                inherited: boolean;
                                /** @enum {string} */
                                kind: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                                milestone: boolean;
                                recurs: ("daily" | "weekly" | "monthly" | "quarterly" | "halfYearly" | "yearly") | null;
                                rule: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                                strict: boolean;
                                text: string;
                            }[];
                            distributionId: number | null;
                            distributions: {
                                added: string[];
                                agencies: number;
                                /** @enum {string} */
                                form: "each" | "shared" | "coordinating";
                                id: number;
                                leftOut: string[];
                                /** @description Instant, ISO 8601 */
                                madeAt: string;
                                madeBy: string;
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                membersOn: string;
                                name: string;
                                reason: string | null;
                            }[];
                            groupTitle: string | null;
                            id: number;
                            implements: string[];
                            isDropped: boolean;
                            parties: {
                                accountable: boolean;
                                agencyId: number | null;
                                agencyName: string | null;
                                /** @enum {string} */
                                by?: "secondReader";
                                candidates: {
                                    id: number;
                                    insteadOf?: string;
                                    /** @enum {string} */
                                    kind: "central" | "ministry" | "ministerialAgency" | "governmentAgency" | "province" | "district" | "unit" | "council" | "other";
                                    likeness: number;
                                    name: string;
                                }[];
                                collective: boolean;
                                confidence: number;
                                distributionId?: number;
                                members: number | null;
                                name: string;
                                /** @enum {string} */
                                outcome: "certain" | "likely" | "unsure" | "collective" | "unknown" | "chosen";
                                /** @enum {string} */
                                role: "lead" | "coordinating";
                                scope: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                            }[];
                            position: number;
                            problems: {
                                code: string;
                                field: string;
                                message: string;
                                values?: {
                                    [key: string]: string | number | string[];
                                };
                            }[];
                            product: string | null;
                            ref: string;
                            span: {
                                end: number;
                                start: number;
                            } | null;
                            targets: {
                                baseline: string | null;
                                /** @enum {string} */
                                by?: "secondReader";
                                byWhen: string | null;
                                /** @enum {string} */
                                comparator: "=" | ">=" | "<=" | ">" | "<" | "range" | "increase>=" | "decrease>=";
                                confidence: number;
                                max: number | null;
                                measure: string;
                                scope: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                                text: string;
                                unit: string;
                                value: number;
                            }[];
                            taskId: number | null;
                            title: string;
                            /** @description Send it back as If-Match */
                            version: number;
                            warnings: {
                                code: string;
                                message: string;
                                span?: {
                                    end: number;
                                    start: number;
                                };
                                values?: {
                                    [key: string]: string | number | string[];
                                };
                            }[];
                        }[];
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    mergeDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    drafts: {
                        id: number;
                        /** @description Send it back as If-Match */
                        version: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        drafts: {
                            /** @description Instant, ISO 8601 */
                            changedAt: string;
                            changedBy: string;
                            checkedAt: string | null;
                            checkedBy: string | null;
                            confidence: number;
                            content: string;
                            contentSpan: {
                                end: number;
                                start: number;
                            } | null;
                            deadlines: {
                                /** @enum {string} */
                                by?: "secondReader";
                                confidence: number;
                                dueOn: string | null;
                                inherited: boolean;
                                /** @enum {string} */
                                kind: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                                milestone: boolean;
                                recurs: ("daily" | "weekly" | "monthly" | "quarterly" | "halfYearly" | "yearly") | null;
                                rule: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                                strict: boolean;
                                text: string;
                            }[];
                            distributionId: number | null;
                            distributions: {
                                added: string[];
                                agencies: number;
                                /** @enum {string} */
                                form: "each" | "shared" | "coordinating";
                                id: number;
                                leftOut: string[];
                                /** @description Instant, ISO 8601 */
                                madeAt: string;
                                madeBy: string;
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                membersOn: string;
                                name: string;
                                reason: string | null;
                            }[];
                            groupTitle: string | null;
                            id: number;
                            implements: string[];
                            isDropped: boolean;
                            parties: {
                                accountable: boolean;
                                agencyId: number | null;
                                agencyName: string | null;
                                /** @enum {string} */
                                by?: "secondReader";
                                candidates: {
                                    id: number;
                                    insteadOf?: string;
                                    /** @enum {string} */
                                    kind: "central" | "ministry" | "ministerialAgency" | "governmentAgency" | "province" | "district" | "unit" | "council" | "other";
                                    likeness: number;
                                    name: string;
                                }[];
                                collective: boolean;
                                confidence: number;
                                distributionId?: number;
                                members: number | null;
                                name: string;
                                /** @enum {string} */
                                outcome: "certain" | "likely" | "unsure" | "collective" | "unknown" | "chosen";
                                /** @enum {string} */
                                role: "lead" | "coordinating";
                                scope: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                            }[];
                            position: number;
                            problems: {
                                code: string;
                                field: string;
                                message: string;
                                values?: {
                                    [key: string]: string | number | string[];
                                };
                            }[];
                            product: string | null;
                            ref: string;
                            span: {
                                end: number;
                                start: number;
                            } | null;
                            targets: {
                                baseline: string | null;
                                /** @enum {string} */
                                by?: "secondReader";
                                byWhen: string | null;
                                /** @enum {string} */
                                comparator: "=" | ">=" | "<=" | ">" | "<" | "range" | "increase>=" | "decrease>=";
                                confidence: number;
                                max: number | null;
                                measure: string;
                                scope: string | null;
                                span: {
                                    end: number;
                                    start: number;
                                } | null;
                                text: string;
                                unit: string;
                                value: number;
                            }[];
                            taskId: number | null;
                            title: string;
                            /** @description Send it back as If-Match */
                            version: number;
                            warnings: {
                                code: string;
                                message: string;
                                span?: {
                                    end: number;
                                    start: number;
                                };
                                values?: {
                                    [key: string]: string | number | string[];
                                };
                            }[];
                        }[];
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    getDirectiveFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
        };
    };
    retryDirective: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @enum {string} */
                        state: "reading" | "failed" | "review" | "confirmed" | "dropped";
                    };
                };
            };
        };
    };
    getDirectiveText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        blocks: {
                            cells?: {
                                column: number;
                                columnSpan: number;
                                row: number;
                                rowSpan: number;
                                span: {
                                    end: number;
                                    start: number;
                                };
                            }[];
                            headerRows?: number;
                            kind: string;
                            level?: number;
                            page?: number;
                            span: {
                                end: number;
                                start: number;
                            };
                        }[];
                        format: string;
                        pages: number | null;
                        recognised: boolean;
                        text: string;
                    };
                };
            };
        };
    };
    getAccuracy: {
        parameters: {
            query?: {
                /** @description Calendar month */
                from?: string;
                reader?: "rules" | "secondReader";
                /** @description Calendar month */
                to?: string;
                type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        byBand: {
                            added: number;
                            /** @enum {string} */
                            band: "high" | "middle" | "low" | "none";
                            changed: number;
                            dropped: number;
                            right: number;
                        }[];
                        byField: {
                            added: number;
                            changed: number;
                            dropped: number;
                            /** @enum {string} */
                            field: "number" | "type" | "issuer" | "issuedOn" | "subject" | "task" | "group" | "lead" | "coordinating" | "deadline" | "target";
                            right: number;
                        }[];
                        byMonth: {
                            added: number;
                            changed: number;
                            dropped: number;
                            /** @description Calendar month */
                            month: string;
                            right: number;
                        }[];
                        byReader: {
                            added: number;
                            changed: number;
                            dropped: number;
                            model: string | null;
                            /** @enum {string} */
                            reader: "rules" | "secondReader";
                            right: number;
                        }[];
                        byType: {
                            added: number;
                            changed: number;
                            dropped: number;
                            right: number;
                            type: string;
                        }[];
                        /** @description Calendar month */
                        from: string;
                        /** @description Calendar month */
                        to: string;
                        types: string[];
                        waiting: number;
                    };
                };
            };
        };
    };
    exportCorpus: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                from?: string;
                limit?: number;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        nextCursor: string | null;
                        rows: {
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            confirmedOn: string;
                            format: "txt" | "md" | "html";
                            id: number;
                            labels: {
                                document: {
                                    issuedOn: string | null;
                                    issuer: string | null;
                                    number: string | null;
                                    subject: string | null;
                                    type: string | null;
                                };
                                implements: string[];
                                legalBases: string[];
                                tasks: {
                                    coordinating: string[];
                                    deadlines: {
                                        dueOn: string | null;
                                        inherited?: boolean;
                                        /** @enum {string} */
                                        kind: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                                        recurs?: string;
                                        text: string;
                                    }[];
                                    group: string | null;
                                    lead: string[];
                                    ref: string;
                                    targets: {
                                        /** @enum {string} */
                                        comparator: "=" | ">=" | "<=" | ">" | "<" | "range" | "increase>=" | "decrease>=";
                                        max: number | null;
                                        text: string;
                                        unit: string;
                                        value: number;
                                    }[];
                                    title: string;
                                }[];
                            };
                            text: string;
                        }[];
                    };
                };
            };
        };
    };
    listCorrections: {
        parameters: {
            query?: {
                field?: "number" | "type" | "issuer" | "issuedOn" | "subject" | "task" | "group" | "lead" | "coordinating" | "deadline" | "target";
                /** @description Calendar month */
                from?: string;
                reader?: "rules" | "secondReader";
                /** @description Calendar month */
                to?: string;
                type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            agencyId: number | null;
                            agencyVersion: number | null;
                            alias: ("known" | "open") | null;
                            confirmed: string;
                            /** @enum {string} */
                            field: "number" | "type" | "issuer" | "issuedOn" | "subject" | "task" | "group" | "lead" | "coordinating" | "deadline" | "target";
                            lastNumber: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            lastOn: string;
                            suggested: string;
                            times: number;
                        }[];
                    };
                };
            };
        };
    };
    exportKnowledge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        labels: {
                            phrase: string;
                            /** @enum {string} */
                            role: "lead" | "coordinating" | "deadline" | "product" | "target" | "content" | "other";
                        }[];
                        units: {
                            aliases: string[];
                            name: string;
                        }[];
                    };
                };
            };
        };
    };
    listLabels: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                role?: "lead" | "coordinating" | "deadline" | "product" | "target" | "content" | "other";
                search?: string;
                state?: "inForce" | "withdrawn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        nextCursor: string | null;
                        rows: {
                            /** @description Instant, ISO 8601 */
                            addedAt: string;
                            addedBy: string;
                            id: number;
                            phrase: string;
                            /** @enum {string} */
                            role: "lead" | "coordinating" | "deadline" | "product" | "target" | "content" | "other";
                            /** @description Send it back as If-Match */
                            version: number;
                            withdrawnAt: string | null;
                            withdrawnBy: string | null;
                        }[];
                    };
                };
            };
        };
    };
    addLabel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phrase: string;
                    /** @enum {string} */
                    role: "lead" | "coordinating" | "deadline" | "product" | "target" | "content" | "other";
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
        };
    };
    withdrawLabel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                labelId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    listMissedLabels: {
        parameters: {
            query?: {
                /** @description Calendar month */
                from?: string;
                reader?: "rules" | "secondReader";
                /** @description Calendar month */
                to?: string;
                type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            /** @enum {string} */
                            field: "lead" | "coordinating" | "deadline" | "target";
                            lastNumber: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            lastOn: string;
                            phrase: string;
                            state: ("known" | "open") | null;
                            times: number;
                        }[];
                    };
                };
            };
        };
    };
    listOutcomes: {
        parameters: {
            query?: {
                band?: "high" | "middle" | "low" | "none";
                confirmed?: string;
                cursor?: string;
                field?: "number" | "type" | "issuer" | "issuedOn" | "subject" | "task" | "group" | "lead" | "coordinating" | "deadline" | "target";
                /** @description Calendar month */
                from?: string;
                label?: string;
                limit?: number;
                model?: string;
                reader?: "rules" | "secondReader";
                suggested?: string;
                /** @description Calendar month */
                to?: string;
                type?: string;
                verdict?: "right" | "changed" | "added" | "dropped" | "suggested";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        nextCursor: string | null;
                        rows: {
                            confidence: number | null;
                            confirmed: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            confirmedOn: string;
                            directiveId: number;
                            draftId: number | null;
                            /** @enum {string} */
                            field: "number" | "type" | "issuer" | "issuedOn" | "subject" | "task" | "group" | "lead" | "coordinating" | "deadline" | "target";
                            id: number;
                            model: string | null;
                            number: string | null;
                            /** @enum {string} */
                            reader: "rules" | "secondReader";
                            ref: string | null;
                            suggested: string | null;
                            type: string;
                            /** @enum {string} */
                            verdict: "right" | "changed" | "added" | "dropped";
                        }[];
                    };
                };
            };
        };
    };
    pasteDirective: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @enum {string} */
                        state: "reading" | "failed" | "review" | "confirmed" | "dropped";
                    };
                };
            };
        };
    };
    getSharing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Instant, ISO 8601 */
                        changedAt: string;
                        changedBy: string;
                        /** @enum {string} */
                        shares: "whole" | "ownTasks";
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    changeSharing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    shares: "whole" | "ownTasks";
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    rebuildFigures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    after?: number;
                    limit?: number;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: number;
                        next: number | null;
                        tasks: number;
                    };
                };
            };
        };
    };
    makeFirstAdministrator: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agency: string;
                    /** @description As the server printed it */
                    code: string;
                    email: string;
                    name: string;
                    password: string;
                    title: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listFollowers: {
        parameters: {
            query?: {
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        followers: {
                            agencies: string[];
                            id: number;
                            name: string;
                        }[];
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        on: string;
                    };
                };
            };
        };
    };
    forgotPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    account: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Where the account exists, a link goes to its own address */
                        isMailed: boolean;
                        /** @description How long the link lives */
                        minutes: number;
                    };
                };
            };
        };
    };
    listGroups: {
        parameters: {
            query?: {
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        groups: string[];
                    };
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Whether the server can serve. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        database: "ok";
                        jobs: {
                            /** @description Given up after their last try. */
                            failed: number;
                            /** @description One has been due for two minutes: no worker runs, or too few. */
                            isLate: boolean;
                            /** @description Due and not started. */
                            waiting: number;
                        };
                        /** @description Whether the accounts of the sample data are listed beside the server */
                        sample: boolean;
                        /** @enum {string} */
                        status: "ok";
                        version: string;
                    };
                };
            };
        };
    };
    getInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string;
                        /** @description Instant, ISO 8601 */
                        expiresAt: string;
                        /** @description They have a password, which the link replaces */
                        hasPassword: boolean;
                        name: string;
                    };
                };
            };
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
                "application/json": {
                    code: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string;
                    };
                };
            };
        };
    };
    getLanding: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            count: number;
                            en: string;
                            name: string;
                            /** @description Address in the console that opens exactly these rows */
                            to: string;
                            /** @enum {string} */
                            urgency: "late" | "now" | "watch";
                            vi: string;
                        }[];
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        today: string;
                    };
                };
            };
        };
    };
    listenLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description text/event-stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    listMail: {
        parameters: {
            query?: {
                aboutId?: string;
                aboutKind?: string;
                cursor?: string;
                limit?: number;
                /** @description In receiver, address and subject */
                search?: string;
                state?: "due" | "sending" | "accepted" | "bounced" | "givenUp" | "kept";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        nextCursor: string | null;
                        rows: {
                            answer: string | null;
                            /** @description Instant, ISO 8601 */
                            createdAt: string;
                            id: number;
                            /** @description Its content went out more than once, under one Message-ID: the receiver may have two copies */
                            maybeTwice: boolean;
                            nextTryAt: string | null;
                            settledAt: string | null;
                            /** @enum {string} */
                            state: "due" | "sending" | "accepted" | "bounced" | "givenUp" | "kept";
                            subject: string;
                            toAddress: string;
                            toName: string;
                            tries: number;
                        }[];
                    };
                };
            };
        };
    };
    getMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        about: {
                            id: string;
                            kind: string;
                        } | null;
                        answer: string | null;
                        /** @description Instant, ISO 8601 */
                        createdAt: string;
                        datedAt: string | null;
                        html: string;
                        id: number;
                        /** @description Its content went out more than once, under one Message-ID: the receiver may have two copies */
                        maybeTwice: boolean;
                        messageId: string | null;
                        nextTryAt: string | null;
                        notices: {
                            /** @enum {string} */
                            action: "failed" | "delayed" | "delivered" | "relayed" | "expanded";
                            diagnostic: string | null;
                            recipient: string;
                            reportedBy: string | null;
                            /** @description RFC 3463: 5.1.1 */
                            status: string;
                            /** @description Instant, ISO 8601 */
                            takenAt: string;
                            takenBy: string;
                        }[];
                        settledAt: string | null;
                        /** @enum {string} */
                        state: "due" | "sending" | "accepted" | "bounced" | "givenUp" | "kept";
                        subject: string;
                        text: string;
                        toAddress: string;
                        toName: string;
                        tries: number;
                        /** @description Every try, first to last */
                        tryRows: {
                            answer: string | null;
                            /** @description Instant, ISO 8601 */
                            beganAt: string;
                            endedAt: string | null;
                            handedOverAt: string | null;
                            no: number;
                            outcome: ("accepted" | "refused" | "failed" | "lost") | null;
                            sender: string;
                            server: string;
                        }[];
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    sendMailAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    uploadMailNotice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        action: "failed" | "delayed" | "delivered" | "relayed" | "expanded";
                        id: number;
                        /** @description False: the same notice was processed before */
                        isNew: boolean;
                        /** @enum {string} */
                        state: "due" | "sending" | "accepted" | "bounced" | "givenUp" | "kept";
                    };
                };
            };
        };
    };
    pasteMailNotice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The notice as a file .eml, with its header */
                    text: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        action: "failed" | "delayed" | "delivered" | "relayed" | "expanded";
                        id: number;
                        /** @description False: the same notice was processed before */
                        isNew: boolean;
                        /** @enum {string} */
                        state: "due" | "sending" | "accepted" | "bounced" | "givenUp" | "kept";
                    };
                };
            };
        };
    };
    getMailStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        counts: {
                            accepted: number;
                            bounced: number;
                            due: number;
                            givenUp: number;
                            kept: number;
                            sending: number;
                        };
                        lastAccepted: string | null;
                        server: {
                            from: string;
                            host: string;
                            port: number;
                            /** @enum {string} */
                            security: "starttls" | "direct" | "none";
                            signsIn: boolean;
                        } | null;
                    };
                };
            };
        };
    };
    sendTestMail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
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
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Who is signed in, and the server’s day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agencyId: number;
                        agencyName: string;
                        followerId: number | null;
                        /** @description Whether that is a unit of another agency */
                        isUnit: boolean;
                        name: string;
                        onBehalfOf: string | null;
                        personId: number | null;
                        /** @description What the post may do */
                        rights: ("directive.review" | "task.steer" | "task.carryOut" | "task.comment" | "report.read" | "report.draft" | "report.prepare" | "report.sign" | "report.prepareOwn" | "report.signOwn" | "urge.prepare" | "urge.sign" | "registry.keep" | "reorganisation.apply" | "people.keep" | "people.keepOwn" | "connection.keepOwn" | "system.keep" | "audit.read" | "post.deputise")[];
                        /** @description Key of the role */
                        role: string;
                        /** @description An invented person of the sample data */
                        sample: boolean;
                        /** @description Second-factor state of this session */
                        secondFactor: {
                            /** @description What the user can prove with */
                            factors: ("totp" | "passkey")[];
                            /** @enum {string} */
                            state: "none" | "proved" | "toProve" | "toEnrol";
                        };
                        /** @description Whether the tasks of every agency may be read */
                        seesAll: boolean;
                        title: string | null;
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        today: string;
                        userId: string;
                    };
                };
            };
        };
    };
    findColleagues: {
        parameters: {
            query?: {
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            agencyName: string;
                            fullName: string;
                            id: number;
                            title: string;
                        }[];
                    };
                };
            };
        };
    };
    getMyDeputations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        given: {
                            deputyId: number;
                            deputyName: string;
                            document: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            from: string;
                            id: number;
                            /** @enum {string} */
                            kind: "authorised" | "absent";
                            /** @description Instant, ISO 8601 */
                            madeAt: string;
                            madeBy: string;
                            mayRevoke: boolean;
                            ownerId: number;
                            ownerName: string;
                            post: {
                                agencyId: number;
                                agencyName: string;
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                from: string;
                                id: number;
                                role: string;
                                roleName: string;
                                roleNameEn: string;
                                title: string;
                                to: string | null;
                            };
                            reason: string | null;
                            revokedAt: string | null;
                            revokedBy: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            to: string;
                        }[];
                        received: {
                            deputyId: number;
                            deputyName: string;
                            document: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            from: string;
                            id: number;
                            /** @enum {string} */
                            kind: "authorised" | "absent";
                            /** @description Instant, ISO 8601 */
                            madeAt: string;
                            madeBy: string;
                            mayRevoke: boolean;
                            ownerId: number;
                            ownerName: string;
                            post: {
                                agencyId: number;
                                agencyName: string;
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                from: string;
                                id: number;
                                role: string;
                                roleName: string;
                                roleNameEn: string;
                                title: string;
                                to: string | null;
                            };
                            reason: string | null;
                            revokedAt: string | null;
                            revokedBy: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            to: string;
                        }[];
                    };
                };
            };
        };
    };
    choosePost: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    deputationId?: number | null;
                    postId: number;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        posts: {
                            agencyId: number;
                            agencyName: string;
                            deputationId: number | null;
                            isCurrent: boolean;
                            mayDepute: boolean;
                            onBehalfOf: string | null;
                            postId: number;
                            role: string;
                            roleName: string;
                            roleNameEn: string;
                            title: string;
                            to: string | null;
                        }[];
                    };
                };
            };
        };
    };
    getMyPosts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        posts: {
                            agencyId: number;
                            agencyName: string;
                            deputationId: number | null;
                            isCurrent: boolean;
                            mayDepute: boolean;
                            onBehalfOf: string | null;
                            postId: number;
                            role: string;
                            roleName: string;
                            roleNameEn: string;
                            title: string;
                            to: string | null;
                        }[];
                    };
                };
            };
        };
    };
    seeComments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    upTo: number;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getMyTour: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The newest version seen or skipped; 0: none yet */
                        version: number;
                    };
                };
            };
        };
    };
    markMyTour: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that was shown */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The newest version seen or skipped; 0: none yet */
                        version: number;
                    };
                };
            };
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                cursor?: string;
                unread?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        nextCursor: string | null;
                        rows: {
                            /** @description Instant, ISO 8601 */
                            at: string;
                            count: number;
                            en: string;
                            event: string;
                            isGap: boolean;
                            /** @description The person is mentioned in these comments */
                            isMention: boolean;
                            key: string;
                            more: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            onDay: string;
                            rows: {
                                agencyName: string | null;
                                /** @description Instant, ISO 8601 */
                                at: string;
                                by: string | null;
                                code: string | null;
                                id: number | null;
                                isRead: boolean;
                                note: string | null;
                                title: string;
                                to: string;
                                why: ("lead" | "coordinating" | "formerLead" | "followUp" | "taskForce" | "unit" | "owner" | "signer" | "preparer" | "recipient" | "mentioned" | "participant" | "administrator" | "deputy") | null;
                            }[];
                            /** @enum {string} */
                            source: "act" | "notice";
                            unread: number[];
                            vi: string;
                        }[];
                    };
                };
            };
        };
    };
    getNotificationPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kinds: {
                            bell: boolean;
                            digest: boolean;
                            isBellKept: boolean;
                            isDefault: boolean;
                            /** @enum {string} */
                            kind: "assignment" | "reorganisation" | "sentBack" | "decision" | "request" | "completion" | "change" | "contribution" | "mention" | "comment" | "report" | "receipt" | "evidence" | "letter" | "document" | "account";
                            mail: boolean;
                        }[];
                    };
                };
            };
        };
    };
    setNotificationPreference: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "assignment" | "reorganisation" | "sentBack" | "decision" | "request" | "completion" | "change" | "contribution" | "mention" | "comment" | "report" | "receipt" | "evidence" | "letter" | "document" | "account";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    bell: boolean;
                    digest: boolean;
                    mail: boolean;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kinds: {
                            bell: boolean;
                            digest: boolean;
                            isBellKept: boolean;
                            isDefault: boolean;
                            /** @enum {string} */
                            kind: "assignment" | "reorganisation" | "sentBack" | "decision" | "request" | "completion" | "change" | "contribution" | "mention" | "comment" | "report" | "receipt" | "evidence" | "letter" | "document" | "account";
                            mail: boolean;
                        }[];
                    };
                };
            };
        };
    };
    readNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    acts?: number[];
                    notices?: number[];
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                    };
                };
            };
        };
    };
    listNotificationRows: {
        parameters: {
            query: {
                cursor?: string;
                event: string;
                isMention?: boolean;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                onDay: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        nextCursor: string | null;
                        rows: {
                            agencyName: string | null;
                            /** @description Instant, ISO 8601 */
                            at: string;
                            by: string | null;
                            code: string | null;
                            id: number | null;
                            isRead: boolean;
                            note: string | null;
                            title: string;
                            to: string;
                            why: ("lead" | "coordinating" | "formerLead" | "followUp" | "taskForce" | "unit" | "owner" | "signer" | "preparer" | "recipient" | "mentioned" | "participant" | "administrator" | "deputy") | null;
                        }[];
                    };
                };
            };
        };
    };
    countUnreadNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                    };
                };
            };
        };
    };
    giveToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                        error_description: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                        error_description: string;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        access_token: string;
                        /** @description Seconds */
                        expires_in: number;
                        scope: string;
                        /** @enum {string} */
                        token_type: "Bearer";
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                        error_description: string;
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                        error_description: string;
                    };
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                        error_description: string;
                    };
                };
            };
        };
    };
    listOutsideOrders: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        nextCursor: string | null;
                        rows: {
                            about: string;
                            documentNumber: string | null;
                            documentOn: string | null;
                            fileName: string | null;
                            /** @enum {string} */
                            form: "meeting" | "phone" | "inPerson" | "document";
                            givenBy: string;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            givenOn: string;
                            id: number;
                            /** @description Instant, ISO 8601 */
                            recordedAt: string;
                            recordedBy: string;
                            taskCount: number;
                        }[];
                    };
                };
            };
        };
    };
    recordOutsideOrder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        taskIds: number[];
                    };
                };
            };
        };
    };
    getOutsideOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        about: string;
                        documentNumber: string | null;
                        documentOn: string | null;
                        fileName: string | null;
                        /** @enum {string} */
                        form: "meeting" | "phone" | "inPerson" | "document";
                        givenBy: string;
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        givenOn: string;
                        id: number;
                        mayAdd: boolean;
                        /** @description Instant, ISO 8601 */
                        recordedAt: string;
                        recordedBy: string;
                        taskCount: number;
                        tasks: {
                            code: string;
                            dueOn: string | null;
                            id: number;
                            leadAgencyName: string;
                            /** @enum {string} */
                            state: "assigned" | "received" | "inProgress" | "reportedDone" | "confirmed" | "returned" | "cancelled";
                            title: string;
                        }[];
                    };
                };
            };
        };
    };
    getOutsideOrderFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
        };
    };
    addToOutsideOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    tasks: {
                        content: string;
                        deadlines: {
                            /** @enum {string} */
                            by?: "secondReader";
                            confidence: number;
                            dueOn: string | null;
                            inherited: boolean;
                            /** @enum {string} */
                            kind: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                            milestone: boolean;
                            recurs: ("daily" | "weekly" | "monthly" | "quarterly" | "halfYearly" | "yearly") | null;
                            rule: string | null;
                            span: {
                                end: number;
                                start: number;
                            } | null;
                            strict: boolean;
                            text: string;
                        }[];
                        groupTitle: string | null;
                        implements: string[];
                        parties: {
                            accountable: boolean;
                            agencyId: number | null;
                            collective?: boolean;
                            name: string;
                            /** @enum {string} */
                            role: "lead" | "coordinating";
                            scope?: string | null;
                            span?: {
                                end: number;
                                start: number;
                            } | null;
                        }[];
                        product: string | null;
                        span?: {
                            end: number;
                            start: number;
                        } | null;
                        targets: {
                            baseline: string | null;
                            /** @enum {string} */
                            by?: "secondReader";
                            byWhen: string | null;
                            /** @enum {string} */
                            comparator: "=" | ">=" | "<=" | ">" | "<" | "range" | "increase>=" | "decrease>=";
                            confidence: number;
                            max: number | null;
                            measure: string;
                            scope: string | null;
                            span: {
                                end: number;
                                start: number;
                            } | null;
                            text: string;
                            unit: string;
                            value: number;
                        }[];
                        title: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        taskIds: number[];
                    };
                };
            };
        };
    };
    listPeople: {
        parameters: {
            query?: {
                access?: "open" | "invited" | "expired" | "closed" | "reset";
                agencyId?: number;
                cursor?: string;
                limit?: number;
                /** @description Key of a role */
                role?: string;
                search?: string;
                signedIn?: "never" | "notIn90Days";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        nextCursor: string | null;
                        rows: {
                            /** @enum {string} */
                            access: "open" | "invited" | "expired" | "closed";
                            email: string;
                            fullName: string;
                            id: number;
                            /** @description An invented person of the sample data */
                            isSample: boolean;
                            lastSignedInAt?: string | null;
                            posts: {
                                agencyId: number;
                                agencyName: string;
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                from: string;
                                id: number;
                                role: string;
                                roleName: string;
                                roleNameEn: string;
                                title: string;
                                to: string | null;
                            }[];
                            resetRequestedBy: string | null;
                        }[];
                    };
                };
            };
        };
    };
    addPerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    fullName: string;
                    post: {
                        agencyId: number;
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        from: string;
                        /** @description Key of a role */
                        role: string;
                        title: string;
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        to?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        invitation: {
                            /** @description Instant, ISO 8601 */
                            expiresAt: string;
                            link: string | null;
                            sentTo: string | null;
                        } | null;
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    getPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        access: "open" | "invited" | "expired" | "closed";
                        /** @description Instant, ISO 8601 */
                        changedAt: string;
                        changedBy: string;
                        closedAt: string | null;
                        deputations: {
                            given: {
                                deputyId: number;
                                deputyName: string;
                                document: string | null;
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                from: string;
                                id: number;
                                /** @enum {string} */
                                kind: "authorised" | "absent";
                                /** @description Instant, ISO 8601 */
                                madeAt: string;
                                madeBy: string;
                                mayRevoke: boolean;
                                ownerId: number;
                                ownerName: string;
                                post: {
                                    agencyId: number;
                                    agencyName: string;
                                    /**
                                     * Format: date
                                     * @description Calendar day, Asia/Ho_Chi_Minh
                                     */
                                    from: string;
                                    id: number;
                                    role: string;
                                    roleName: string;
                                    roleNameEn: string;
                                    title: string;
                                    to: string | null;
                                };
                                reason: string | null;
                                revokedAt: string | null;
                                revokedBy: string | null;
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                to: string;
                            }[];
                            received: {
                                deputyId: number;
                                deputyName: string;
                                document: string | null;
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                from: string;
                                id: number;
                                /** @enum {string} */
                                kind: "authorised" | "absent";
                                /** @description Instant, ISO 8601 */
                                madeAt: string;
                                madeBy: string;
                                mayRevoke: boolean;
                                ownerId: number;
                                ownerName: string;
                                post: {
                                    agencyId: number;
                                    agencyName: string;
                                    /**
                                     * Format: date
                                     * @description Calendar day, Asia/Ho_Chi_Minh
                                     */
                                    from: string;
                                    id: number;
                                    role: string;
                                    roleName: string;
                                    roleNameEn: string;
                                    title: string;
                                    to: string | null;
                                };
                                reason: string | null;
                                revokedAt: string | null;
                                revokedBy: string | null;
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                to: string;
                            }[];
                        };
                        email: string;
                        followings: {
                            agencyId: number;
                            agencyName: string;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            from: string;
                            to: string | null;
                        }[];
                        fullName: string;
                        id: number;
                        invitation: {
                            /** @description Instant, ISO 8601 */
                            createdAt: string;
                            createdBy: string;
                            /** @description Instant, ISO 8601 */
                            expiresAt: string;
                        } | null;
                        isSample: boolean;
                        lastSignedInAt?: string | null;
                        may: ("change" | "letIn" | "givePost" | "follow" | "depute")[];
                        posts: {
                            agencyId: number;
                            agencyName: string;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            from: string;
                            id: number;
                            mayEnd: boolean;
                            role: string;
                            roleName: string;
                            roleNameEn: string;
                            title: string;
                            to: string | null;
                        }[];
                        reset: {
                            isAddressOfAnother: boolean;
                            isFromDoor: boolean;
                            maySettle: boolean;
                            /** @description Instant, ISO 8601 */
                            requestedAt: string;
                            requestedBy: string;
                        } | null;
                        sessions: number;
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    changePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    fullName: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    clearSecondFactors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    closePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    setFollowings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agencyIds: number[];
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    from: string;
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    invitePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        invitation: {
                            /** @description Instant, ISO 8601 */
                            expiresAt: string;
                            link: string | null;
                            sentTo: string | null;
                        } | null;
                        /** @description Send it back as If-Match */
                        version: number;
                        waits: boolean;
                    };
                };
            };
        };
    };
    givePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agencyId: number;
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    from: string;
                    /** @description Key of a role */
                    role: string;
                    title: string;
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    endPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                postId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    on: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    reopenPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    settleReset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isApproved: boolean;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        invitation: {
                            /** @description Instant, ISO 8601 */
                            expiresAt: string;
                            link: string | null;
                            sentTo: string | null;
                        } | null;
                        /** @description Send it back as If-Match */
                        version: number;
                        waits: boolean;
                    };
                };
            };
        };
    };
    addPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    people: {
                        email: string;
                        fullName: string;
                        post: {
                            agencyId: number;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            from: string;
                            /** @description Key of a role */
                            role: string;
                            title: string;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            to?: string;
                        };
                    }[];
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: {
                            email: string;
                            fullName: string;
                            id: number;
                            invitation: {
                                /** @description Instant, ISO 8601 */
                                expiresAt: string;
                                link: string | null;
                                sentTo: string | null;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    previewPeopleSheet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            agency: string;
                            email: string;
                            errors: {
                                cell: string;
                                message: string;
                            }[];
                            fullName: string;
                            person: {
                                email: string;
                                fullName: string;
                                post: {
                                    agencyId: number;
                                    /**
                                     * Format: date
                                     * @description Calendar day, Asia/Ho_Chi_Minh
                                     */
                                    from: string;
                                    /** @description Key of a role */
                                    role: string;
                                    title: string;
                                    /**
                                     * Format: date
                                     * @description Calendar day, Asia/Ho_Chi_Minh
                                     */
                                    to?: string;
                                };
                            } | null;
                            /** @description Number of the row in the sheet */
                            place: number;
                            role: string;
                            title: string;
                        }[];
                    };
                };
            };
        };
    };
    takePeopleSheet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    getQueue: {
        parameters: {
            query?: {
                agencyId?: number;
                cursor?: string;
                followerId?: number;
                group?: "toConfirm" | "toDecide" | "contradictions" | "returned" | "missingPeriods" | "silent";
                limit?: number;
                silentDays?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        groups: {
                            count: number;
                            /** @enum {string} */
                            name: "toConfirm" | "toDecide" | "contradictions" | "returned" | "missingPeriods" | "silent";
                            nextCursor: string | null;
                            rows: {
                                aboutId: number | null;
                                aboutOn: string | null;
                                by: string | null;
                                code: string;
                                daysLate: number | null;
                                /** @enum {string} */
                                deadlineKind: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                                detail: string | null;
                                dueOn: string | null;
                                firstDueOn: string | null;
                                leadAgencyId: number;
                                leadAgencyName: string;
                                may: ("receive" | "start" | "report" | "reportDone" | "confirm" | "sendBack" | "measure" | "requestExtension" | "requestReturn" | "requestTransfer" | "decide" | "extend" | "transfer" | "cancel" | "correct" | "distribute" | "finishMilestone" | "split" | "requestContribution" | "contribute" | "attach" | "setRhythm" | "callForReport" | "amend")[];
                                percent: number;
                                /** @enum {string} */
                                reason: "assigned" | "reportCall" | "period" | "silent" | "sentBack" | "overdue" | "dueSoon" | "subtask" | "contribution" | "extension" | "return" | "transfer" | "claim" | "claimWithoutProof" | "claimBelowTarget" | "progressBack" | "returned";
                                reportCalledFor: string | null;
                                /** @enum {string} */
                                standing: "doneOnTime" | "doneLate" | "openInTerm" | "openOverdue";
                                /** @enum {string} */
                                state: "assigned" | "received" | "inProgress" | "reportedDone" | "confirmed" | "returned" | "cancelled";
                                taskId: number;
                                title: string;
                                /** @description Send it back as If-Match */
                                version: number;
                                words: string | null;
                            }[];
                        }[];
                        silentDays: number;
                        soonDays: number;
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        today: string;
                    };
                };
            };
        };
    };
    getQueueChanges: {
        parameters: {
            query?: {
                agencyId?: number;
                cursor?: string;
                followerId?: number;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                from?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        counts: {
                            count: number;
                            event: string;
                        }[];
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        from: string;
                        nextCursor: string | null;
                        rows: {
                            actor: string;
                            code: string;
                            event: string;
                            id: number;
                            leadAgencyName: string;
                            onBehalfOf: string | null;
                            percent: number | null;
                            reason: string | null;
                            /** @description Instant, ISO 8601 */
                            recordedAt: string;
                            taskId: number;
                            title: string;
                        }[];
                    };
                };
            };
        };
    };
    listReorganisations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            appliedAt: string | null;
                            appliedBy: string | null;
                            /** @description Instant, ISO 8601 */
                            changedAt: string;
                            changedBy: string;
                            fileName: string | null;
                            firstOn: string | null;
                            id: number;
                            lastOn: string | null;
                            lines: number;
                            source: string;
                            /** @enum {string} */
                            state: "draft" | "applied";
                            tasks: number | null;
                            title: string;
                            /** @description Send it back as If-Match */
                            version: number;
                        }[];
                    };
                };
            };
        };
    };
    draftReorganisation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lines: {
                        effectiveOn: string | null;
                        founding: {
                            abbreviation: string | null;
                            codes: {
                                code: string;
                                /** @enum {string} */
                                scheme: "qcvn102" | "qd20" | "nso";
                            }[];
                            /** @enum {string} */
                            kind: "ministry" | "ministerialAgency" | "governmentAgency" | "province" | "unit" | "other";
                            parentId: number | null;
                        } | null;
                        id?: number;
                        kind: ("main" | "partial" | "renamed" | "abolished") | null;
                        new: string;
                        newAgencyId?: number | null;
                        old: string;
                        oldAgencyId?: number | null;
                        source: string;
                        subject: string;
                    }[];
                    source: string;
                    title: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
        };
    };
    getReorganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        appliedAt: string | null;
                        appliedBy: string | null;
                        /** @description Instant, ISO 8601 */
                        changedAt: string;
                        changedBy: string;
                        choices: number;
                        fileName: string | null;
                        id: number;
                        lines: {
                            effectiveOn: string | null;
                            founding: {
                                abbreviation: string | null;
                                codes: {
                                    code: string;
                                    /** @enum {string} */
                                    scheme: "qcvn102" | "qd20" | "nso";
                                }[];
                                /** @enum {string} */
                                kind: "ministry" | "ministerialAgency" | "governmentAgency" | "province" | "unit" | "other";
                                parentId: number | null;
                            } | null;
                            id: number;
                            isKnown: boolean;
                            kind: ("main" | "partial" | "renamed" | "abolished") | null;
                            new: string;
                            newAgency: {
                                id: number;
                                name: string;
                            } | null;
                            old: string;
                            oldAgency: {
                                id: number;
                                name: string;
                            } | null;
                            problems: {
                                candidates: {
                                    id: number;
                                    insteadOf?: string;
                                    /** @enum {string} */
                                    kind: "central" | "ministry" | "ministerialAgency" | "governmentAgency" | "province" | "district" | "unit" | "council" | "other";
                                    likeness: number;
                                    name: string;
                                }[];
                                code: string;
                                message: string;
                                path: string;
                            }[];
                            source: string;
                            subject: string;
                        }[];
                        run: {
                            finishedAt: string | null;
                            id: number;
                            isCurrent: boolean;
                            /** @enum {string} */
                            kind: "rehearsal" | "application";
                            outcome: {
                                blockers: {
                                    code: string;
                                    count: number;
                                    lineId: number;
                                    message: string;
                                }[];
                                lines: {
                                    choosable: number;
                                    followUps: number;
                                    leads: number;
                                    lineId: number;
                                    others: {
                                        [key: string]: number;
                                    };
                                    parts: number;
                                    registry: string[];
                                    undecided: number;
                                }[];
                                people: {
                                    lineId: number;
                                    name: string;
                                    personId: number;
                                    title: string;
                                }[];
                                tasks: number;
                            } | null;
                            percent: number;
                            problem: {
                                code: string;
                                detail: string;
                            } | null;
                            /** @description Instant, ISO 8601 */
                            requestedAt: string;
                            requestedBy: string;
                            /** @enum {string} */
                            state: "waiting" | "running" | "done" | "failed";
                        } | null;
                        source: string;
                        /** @enum {string} */
                        state: "draft" | "applied";
                        title: string;
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    changeReorganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lines: {
                        effectiveOn: string | null;
                        founding: {
                            abbreviation: string | null;
                            codes: {
                                code: string;
                                /** @enum {string} */
                                scheme: "qcvn102" | "qd20" | "nso";
                            }[];
                            /** @enum {string} */
                            kind: "ministry" | "ministerialAgency" | "governmentAgency" | "province" | "unit" | "other";
                            parentId: number | null;
                        } | null;
                        id?: number;
                        kind: ("main" | "partial" | "renamed" | "abolished") | null;
                        new: string;
                        newAgencyId?: number | null;
                        old: string;
                        oldAgencyId?: number | null;
                        source: string;
                        subject: string;
                    }[];
                    source: string;
                    title: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    dropReorganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    applyReorganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rehearsalId: number;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        runId: number;
                    };
                };
            };
        };
    };
    rehearseReorganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        runId: number;
                    };
                };
            };
        };
    };
    getReorganisationRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                runId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        finishedAt: string | null;
                        id: number;
                        isCurrent: boolean;
                        /** @enum {string} */
                        kind: "rehearsal" | "application";
                        outcome: {
                            blockers: {
                                code: string;
                                count: number;
                                lineId: number;
                                message: string;
                            }[];
                            lines: {
                                choosable: number;
                                followUps: number;
                                leads: number;
                                lineId: number;
                                others: {
                                    [key: string]: number;
                                };
                                parts: number;
                                registry: string[];
                                undecided: number;
                            }[];
                            people: {
                                lineId: number;
                                name: string;
                                personId: number;
                                title: string;
                            }[];
                            tasks: number;
                        } | null;
                        percent: number;
                        problem: {
                            code: string;
                            detail: string;
                        } | null;
                        /** @description Instant, ISO 8601 */
                        requestedAt: string;
                        requestedBy: string;
                        /** @enum {string} */
                        state: "waiting" | "running" | "done" | "failed";
                    };
                };
            };
        };
    };
    listReorganisationMoves: {
        parameters: {
            query: {
                cursor?: string;
                limit?: number;
                lineId: number;
                part: "lead" | "part" | "followUp" | "undecided";
            };
            header?: never;
            path: {
                id: number;
                runId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        nextCursor: string | null;
                        rows: {
                            code: string;
                            dueOn: string | null;
                            id: number;
                            title: string;
                        }[];
                    };
                };
            };
        };
    };
    listChoosableTasks: {
        parameters: {
            query: {
                chosen?: boolean;
                cursor?: string;
                limit?: number;
                lineId: number;
                search?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        nextCursor: string | null;
                        rows: {
                            chosenAgencyId: number | null;
                            chosenAgencyName: string | null;
                            chosenLineId: number | null;
                            code: string;
                            dueOn: string | null;
                            id: number;
                            title: string;
                        }[];
                        total: number;
                    };
                };
            };
        };
    };
    chooseTasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agencyId?: number;
                    isChosen: boolean;
                    lineId: number;
                    taskIds: number[];
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    uploadReorganisation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
        };
    };
    listReports: {
        parameters: {
            query?: {
                kind?: string;
                state?: "draft" | "submitted" | "issued" | "dropped";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            asOf: string;
                            /** @description Instant, ISO 8601 */
                            changedAt: string;
                            changedBy: string;
                            correctedBy: number | null;
                            createdBy: string;
                            edition: number;
                            headline: {
                                assigned: number;
                                awaitingConfirmation: number;
                                done: number;
                                doneLate: number;
                                doneOnTime: number;
                                due: number;
                                open: number;
                                openInTerm: number;
                                openOverdue: number;
                            } | null;
                            id: number;
                            issuedOn: string | null;
                            kind: string;
                            kindName: string;
                            may: ("edit" | "submit" | "withdraw" | "sendBack" | "sign" | "drop")[];
                            month: string | null;
                            number: string | null;
                            period: string;
                            sentBackReason: string | null;
                            signatoryName: string | null;
                            signer: string | null;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "issued" | "dropped";
                            subjectName: string | null;
                            title: string | null;
                            /** @description Send it back as If-Match */
                            version: number;
                        }[];
                    };
                };
            };
        };
    };
    drawUpReport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    asOf?: string;
                    /** @enum {string} */
                    counting?: "perMember" | "once";
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    from?: string;
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    knownOn?: string;
                    /** @description Calendar month */
                    month: string;
                    /** @description From a book kept elsewhere; without one the next number of the register is given at the signature */
                    number?: string | null;
                    place?: string;
                    /** @enum {string} */
                    rounding?: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                    signatoryId?: number | null;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
        };
    };
    getReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        asOf: string;
                        /** @description Instant, ISO 8601 */
                        changedAt: string;
                        changedBy: string;
                        content: {
                            againstLastYear: {
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                asOf: string;
                                points: string;
                                share: {
                                    denominator: number;
                                    exact: number | null;
                                    numerator: number;
                                    printed: string;
                                    /** @enum {string} */
                                    rounding: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                                };
                                words: string;
                            } | null;
                            againstPreviousMonth: {
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                asOf: string;
                                points: string;
                                share: {
                                    denominator: number;
                                    exact: number | null;
                                    numerator: number;
                                    printed: string;
                                    /** @enum {string} */
                                    rounding: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                                };
                                words: string;
                            };
                            agencies: {
                                agencyId: number;
                                agencyName: string;
                                overdueShare: {
                                    denominator: number;
                                    exact: number | null;
                                    numerator: number;
                                    printed: string;
                                    /** @enum {string} */
                                    rounding: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                                };
                                partition: {
                                    assigned: number;
                                    awaitingConfirmation: number;
                                    done: number;
                                    doneLate: number;
                                    doneOnTime: number;
                                    due: number;
                                    open: number;
                                    openInTerm: number;
                                    openOverdue: number;
                                };
                                rows: string;
                            }[];
                            agenciesTotal?: {
                                overdueShare: {
                                    denominator: number;
                                    exact: number | null;
                                    numerator: number;
                                    printed: string;
                                    /** @enum {string} */
                                    rounding: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                                };
                                partition: {
                                    assigned: number;
                                    awaitingConfirmation: number;
                                    done: number;
                                    doneLate: number;
                                    doneOnTime: number;
                                    due: number;
                                    open: number;
                                    openInTerm: number;
                                    openOverdue: number;
                                };
                            };
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            asOf: string;
                            assignedThisYear: {
                                printed: string;
                                rows: string;
                                value: number;
                            };
                            /** @enum {string} */
                            counting?: "perMember" | "once";
                            dueNextMonth: {
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                assignedOn: string;
                                code: string;
                                completedOn: string | null;
                                coordinating: string[];
                                daysLate: number | null;
                                /** @enum {string} */
                                deadlineKind: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                                dueOn: string | null;
                                firstDueOn: string | null;
                                groupTitle: string | null;
                                id: number;
                                leadAgencyId: number;
                                leadAgencyName: string;
                                otherLeads: string[];
                                percent: number;
                                sourceKind: string;
                                sourceNumber: string | null;
                                /** @enum {string} */
                                standing: "doneOnTime" | "doneLate" | "openInTerm" | "openOverdue";
                                /** @enum {string} */
                                standingOnFirstDue: "doneOnTime" | "doneLate" | "openInTerm" | "openOverdue";
                                /** @enum {string} */
                                state: "assigned" | "received" | "inProgress" | "reportedDone" | "confirmed" | "returned" | "cancelled";
                                targetCount: number;
                                title: string;
                            }[];
                            empty?: {
                                recordedLater: {
                                    /**
                                     * Format: date
                                     * @description Calendar day, Asia/Ho_Chi_Minh
                                     */
                                    firstOn: string;
                                    rows: string;
                                    tasks: number;
                                } | null;
                            } | null;
                            figures: {
                                assigned: {
                                    printed: string;
                                    rows: string;
                                    value: number;
                                };
                                done: {
                                    printed: string;
                                    rows: string;
                                    value: number;
                                };
                                doneLate: {
                                    printed: string;
                                    rows: string;
                                    value: number;
                                };
                                doneOnTime: {
                                    printed: string;
                                    rows: string;
                                    value: number;
                                };
                                openInTerm: {
                                    printed: string;
                                    rows: string;
                                    value: number;
                                };
                                openOverdue: {
                                    printed: string;
                                    rows: string;
                                    value: number;
                                };
                            };
                            footnote?: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            from: string;
                            headline: {
                                assigned: number;
                                awaitingConfirmation: number;
                                done: number;
                                doneLate: number;
                                doneOnTime: number;
                                due: number;
                                open: number;
                                openInTerm: number;
                                openOverdue: number;
                            };
                            isRecommendedByOffice?: boolean;
                            isSample: boolean;
                            knownOn: string | null;
                            /** @description Calendar month */
                            month: string;
                            overdue: {
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                assignedOn: string;
                                code: string;
                                completedOn: string | null;
                                coordinating: string[];
                                daysLate: number | null;
                                /** @enum {string} */
                                deadlineKind: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                                dueOn: string | null;
                                firstDueOn: string | null;
                                groupTitle: string | null;
                                id: number;
                                leadAgencyId: number;
                                leadAgencyName: string;
                                otherLeads: string[];
                                percent: number;
                                sourceKind: string;
                                sourceNumber: string | null;
                                /** @enum {string} */
                                standing: "doneOnTime" | "doneLate" | "openInTerm" | "openOverdue";
                                /** @enum {string} */
                                standingOnFirstDue: "doneOnTime" | "doneLate" | "openInTerm" | "openOverdue";
                                /** @enum {string} */
                                state: "assigned" | "received" | "inProgress" | "reportedDone" | "confirmed" | "returned" | "cancelled";
                                targetCount: number;
                                title: string;
                            }[];
                            overdueShare: {
                                denominator: number;
                                exact: number | null;
                                numerator: number;
                                printed: string;
                                /** @enum {string} */
                                rounding: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                            };
                            paragraphs: {
                                heading: string | null;
                                runs: {
                                    rows: string | null;
                                    text: string;
                                }[];
                            }[];
                            recommendations: string[];
                            /** @enum {string} */
                            rounding: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                            title: string;
                        } | null;
                        correctedBy: number | null;
                        correctionReason: string | null;
                        corrects: number | null;
                        /** @description Instant, ISO 8601 */
                        createdAt: string;
                        createdBy: string;
                        edition: number;
                        headline: {
                            assigned: number;
                            awaitingConfirmation: number;
                            done: number;
                            doneLate: number;
                            doneOnTime: number;
                            due: number;
                            open: number;
                            openInTerm: number;
                            openOverdue: number;
                        } | null;
                        id: number;
                        issuedAt: string | null;
                        issuedBy: string | null;
                        issuedOn: string | null;
                        kind: string;
                        kindName: string;
                        knownOn: string | null;
                        may: ("edit" | "submit" | "withdraw" | "sendBack" | "sign" | "drop")[];
                        month: string | null;
                        number: string | null;
                        onBehalfOfName: string | null;
                        period: string;
                        place: string;
                        sentBackReason: string | null;
                        signatoryId: number | null;
                        signatoryName: string | null;
                        signature: {
                            name: string | null;
                            title: string;
                        };
                        signer: string | null;
                        /** @enum {string} */
                        state: "draft" | "submitted" | "issued" | "dropped";
                        subjectName: string | null;
                        submittedAt: string | null;
                        submittedBy: string | null;
                        title: string | null;
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    editReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    knownOn?: string | null;
                    /** @description From a book kept elsewhere; without one the next number of the register is given at the signature */
                    number?: string | null;
                    place?: string;
                    recommendations?: string[] | null;
                    signatoryId?: number | null;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    correctReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
        };
    };
    dropReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    refreshReportFigures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        moved: {
                            after: string;
                            before: string;
                            by: number | null;
                            ref: string;
                        }[];
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    explainReportFigure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ref: string;
                    why: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    addReportRecommendation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    decideReportRecommendation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body?: string;
                    /** @enum {string} */
                    state: "taken" | "left";
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    addReportSection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    after?: string | null;
                    section: {
                        body: string;
                        heading: string | null;
                        key: string;
                        /** @enum {string} */
                        kind: "text" | "comparison" | "agencies" | "tasks" | "chart" | "goals" | "recommendations";
                        settings: {
                            /** @enum {string} */
                            chart?: "standings" | "agencies" | "trend";
                            figures?: {
                                label: string;
                                ref: string;
                            }[];
                            isAnnex?: boolean;
                            /** @enum {string} */
                            which?: "overdue" | "dueNextMonth" | "open" | "all";
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    editReportSection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                    heading?: string | null;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    removeReportSection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    sendBackReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    signReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: string;
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    submitReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    getReportText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        asOf: string;
                        corrects: {
                            id: number;
                            number: string | null;
                            reason: string;
                        } | null;
                        edition: number;
                        figures: {
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            asOf: string;
                            before: string | null;
                            en: string;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            from: string;
                            knownOn: string | null;
                            missing: string | null;
                            name: string;
                            now: {
                                by: number | null;
                                printed: string;
                            } | null;
                            printed: string;
                            ref: string;
                            rounding: string;
                            rows: string | null;
                            value: number | null;
                            vi: string;
                            why: string | null;
                        }[];
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        from: string;
                        isSample: boolean;
                        kind: string;
                        kindName: string;
                        knownOn: string | null;
                        open: string[];
                        recipients: string[];
                        recommendations: {
                            body: string;
                            decidedBy: string | null;
                            key: string;
                            rule: string | null;
                            runs: {
                                ref: string | null;
                                text: string;
                            }[];
                            /** @enum {string} */
                            state: "suggested" | "taken" | "left";
                        }[];
                        /** @enum {string} */
                        rounding: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                        sections: {
                            body: string;
                            compared: {
                                cells: {
                                    printed: string;
                                    ref: string;
                                    rows: string | null;
                                }[];
                                label: string;
                            }[];
                            data: {
                                agencies?: {
                                    agencyId: number;
                                    agencyName: string;
                                    assigned: number;
                                    doneLate: number;
                                    doneOnTime: number;
                                    openInTerm: number;
                                    openOverdue: number;
                                    overdueShare: string;
                                    rows: string;
                                }[];
                                chart?: {
                                    /** @enum {string} */
                                    chart: "standings" | "agencies" | "trend";
                                    points: {
                                        assigned: number;
                                        doneLate: number;
                                        doneOnTime: number;
                                        label: string;
                                        openInTerm: number;
                                        openOverdue: number;
                                    }[];
                                };
                                goals?: {
                                    agency: string;
                                    code: string;
                                    dueOn: string | null;
                                    evidence: number;
                                    gap: number | null;
                                    /** @enum {string} */
                                    ground: "none" | "claim" | "evidence" | "confirmed";
                                    measure: string;
                                    measured: number | null;
                                    measuredOn: string | null;
                                    required: string;
                                    /** @enum {string} */
                                    state: "unmeasured" | "missed" | "reached";
                                    targetId: number;
                                    taskId: number;
                                    title: string;
                                    unit: string;
                                    words: string;
                                }[];
                                tasks?: {
                                    agency: string;
                                    /**
                                     * Format: date
                                     * @description Calendar day, Asia/Ho_Chi_Minh
                                     */
                                    assignedOn: string;
                                    code: string;
                                    coordinating: string;
                                    daysLate: number | null;
                                    dueOn: string | null;
                                    id: number;
                                    source: string;
                                    /** @enum {string} */
                                    standing: "doneOnTime" | "doneLate" | "openInTerm" | "openOverdue";
                                    title: string;
                                }[];
                            } | null;
                            heading: string | null;
                            key: string;
                            /** @enum {string} */
                            kind: "text" | "comparison" | "agencies" | "tasks" | "chart" | "goals" | "recommendations";
                            paragraphs: {
                                ref: string | null;
                                text: string;
                            }[][];
                            settings: {
                                /** @enum {string} */
                                chart?: "standings" | "agencies" | "trend";
                                figures?: {
                                    label: string;
                                    ref: string;
                                }[];
                                isAnnex?: boolean;
                                /** @enum {string} */
                                which?: "overdue" | "dueNextMonth" | "open" | "all";
                            };
                            tasksLeftOut: number;
                        }[];
                        template: {
                            id: number;
                            versionNumber: number;
                        };
                        title: string;
                    };
                };
            };
        };
    };
    withdrawReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    listReportFigures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        fields: {
                            name: string;
                            vi: string;
                        }[];
                        rows: {
                            en: string;
                            name: string;
                            unit: string;
                            vi: string;
                        }[];
                    };
                };
            };
        };
    };
    listReportKinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            hasTemplate: boolean;
                            kind: string;
                            mayWrite: boolean;
                            name: string;
                            nameEn: string;
                            /** @enum {string} */
                            sort: "month" | "quarter" | "half" | "year" | "day";
                            /** @enum {string} */
                            subject: "none" | "agency" | "source";
                            /** @enum {string} */
                            whose: "office" | "agency";
                        }[];
                    };
                };
            };
        };
    };
    listPublishedReports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            addsUp: boolean;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            asOf: string;
                            assigned: number;
                            done: number;
                            doneLate: number;
                            doneOnTime: number;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            from: string;
                            number: string | null;
                            openInTerm: number;
                            openOverdue: number;
                            printedShare: string;
                            rule: string | null;
                            source: string;
                            tried: {
                                printed: string;
                                rule: string;
                            }[];
                        }[];
                    };
                };
            };
        };
    };
    listReportRegimes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            dayOfMonth: number;
                            id: number;
                            instrument: string;
                            kind: string;
                            kindName: string;
                            last: {
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                dueOn: string;
                                note: string | null;
                                period: string;
                                reportId: number | null;
                            } | null;
                            months: number[];
                            nextOn: string | null;
                            /** @enum {string} */
                            of: "running" | "before";
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            validFrom: string;
                            validTo: string | null;
                        }[];
                    };
                };
            };
        };
    };
    addReportRegime: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    dayOfMonth: number;
                    instrument: string;
                    kind: string;
                    months: number[];
                    /** @enum {string} */
                    of: "running" | "before";
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    validFrom: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
        };
    };
    endReportRegime: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    validTo: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
        };
    };
    getReportScoreboard: {
        parameters: {
            query: {
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                asOf?: string;
                source: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        asOf: string;
                        rows: {
                            agency: string;
                            code: string;
                            dueOn: string | null;
                            evidence: number;
                            gap: number | null;
                            /** @enum {string} */
                            ground: "none" | "claim" | "evidence" | "confirmed";
                            measure: string;
                            measured: number | null;
                            measuredOn: string | null;
                            required: string;
                            /** @enum {string} */
                            state: "unmeasured" | "missed" | "reached";
                            targetId: number;
                            taskId: number;
                            title: string;
                            unit: string;
                            words: string;
                        }[];
                        source: string;
                    };
                };
            };
        };
    };
    reportSignatories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        signatories: {
                            id: number;
                            name: string;
                            title: string;
                        }[];
                    };
                };
            };
        };
    };
    listReportTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            /** @description Instant, ISO 8601 */
                            changedAt: string;
                            changedBy: string;
                            id: number;
                            kind: string;
                            kindName: string;
                            /** @enum {string} */
                            state: "draft" | "inUse" | "retired";
                            title: string;
                            tried: {
                                /** @description Instant, ISO 8601 */
                                at: string;
                                by: string;
                                isCurrent: boolean;
                                period: string;
                            } | null;
                            usedBy: string | null;
                            usedFrom: string | null;
                            /** @description Send it back as If-Match */
                            version: number;
                            versionNumber: number;
                        }[];
                    };
                };
            };
        };
    };
    draftReportTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
        };
    };
    getReportTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        addressee: string | null;
                        /** @description Instant, ISO 8601 */
                        changedAt: string;
                        changedBy: string;
                        /** @enum {string} */
                        countsFrom: "period" | "year" | "lastYear";
                        id: number;
                        kind: string;
                        kindName: string;
                        recipients: string[];
                        /** @enum {string} */
                        rounding: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                        sections: {
                            body: string;
                            heading: string | null;
                            key: string;
                            /** @enum {string} */
                            kind: "text" | "comparison" | "agencies" | "tasks" | "chart" | "goals" | "recommendations";
                            settings: {
                                /** @enum {string} */
                                chart?: "standings" | "agencies" | "trend";
                                figures?: {
                                    label: string;
                                    ref: string;
                                }[];
                                isAnnex?: boolean;
                                /** @enum {string} */
                                which?: "overdue" | "dueNextMonth" | "open" | "all";
                            };
                        }[];
                        /** @enum {string} */
                        state: "draft" | "inUse" | "retired";
                        title: string;
                        tried: {
                            /** @description Instant, ISO 8601 */
                            at: string;
                            by: string;
                            isCurrent: boolean;
                            period: string;
                        } | null;
                        usedBy: string | null;
                        usedFrom: string | null;
                        /** @description Send it back as If-Match */
                        version: number;
                        versionNumber: number;
                    };
                };
            };
        };
    };
    editReportTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    addressee?: string | null;
                    /** @enum {string} */
                    countsFrom?: "period" | "year" | "lastYear";
                    recipients?: string[];
                    /** @enum {string} */
                    rounding?: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                    sections?: {
                        body: string;
                        heading: string | null;
                        key: string;
                        /** @enum {string} */
                        kind: "text" | "comparison" | "agencies" | "tasks" | "chart" | "goals" | "recommendations";
                        settings: {
                            /** @enum {string} */
                            chart?: "standings" | "agencies" | "trend";
                            figures?: {
                                label: string;
                                ref: string;
                            }[];
                            isAnnex?: boolean;
                            /** @enum {string} */
                            which?: "overdue" | "dueNextMonth" | "open" | "all";
                        };
                    }[];
                    title?: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    dropReportTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    tryReportTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agencyId?: number;
                    period: string;
                    source?: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        figures: {
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            asOf: string;
                            before: string | null;
                            en: string;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            from: string;
                            knownOn: string | null;
                            missing: string | null;
                            name: string;
                            now: {
                                by: number | null;
                                printed: string;
                            } | null;
                            printed: string;
                            ref: string;
                            rounding: string;
                            rows: string | null;
                            value: number | null;
                            vi: string;
                            why: string | null;
                        }[];
                        missing: {
                            ref: string;
                            why: string;
                        }[];
                        sections: {
                            body: string;
                            compared: {
                                cells: {
                                    printed: string;
                                    ref: string;
                                    rows: string | null;
                                }[];
                                label: string;
                            }[];
                            data: {
                                agencies?: {
                                    agencyId: number;
                                    agencyName: string;
                                    assigned: number;
                                    doneLate: number;
                                    doneOnTime: number;
                                    openInTerm: number;
                                    openOverdue: number;
                                    overdueShare: string;
                                    rows: string;
                                }[];
                                chart?: {
                                    /** @enum {string} */
                                    chart: "standings" | "agencies" | "trend";
                                    points: {
                                        assigned: number;
                                        doneLate: number;
                                        doneOnTime: number;
                                        label: string;
                                        openInTerm: number;
                                        openOverdue: number;
                                    }[];
                                };
                                goals?: {
                                    agency: string;
                                    code: string;
                                    dueOn: string | null;
                                    evidence: number;
                                    gap: number | null;
                                    /** @enum {string} */
                                    ground: "none" | "claim" | "evidence" | "confirmed";
                                    measure: string;
                                    measured: number | null;
                                    measuredOn: string | null;
                                    required: string;
                                    /** @enum {string} */
                                    state: "unmeasured" | "missed" | "reached";
                                    targetId: number;
                                    taskId: number;
                                    title: string;
                                    unit: string;
                                    words: string;
                                }[];
                                tasks?: {
                                    agency: string;
                                    /**
                                     * Format: date
                                     * @description Calendar day, Asia/Ho_Chi_Minh
                                     */
                                    assignedOn: string;
                                    code: string;
                                    coordinating: string;
                                    daysLate: number | null;
                                    dueOn: string | null;
                                    id: number;
                                    source: string;
                                    /** @enum {string} */
                                    standing: "doneOnTime" | "doneLate" | "openInTerm" | "openOverdue";
                                    title: string;
                                }[];
                            } | null;
                            heading: string | null;
                            key: string;
                            /** @enum {string} */
                            kind: "text" | "comparison" | "agencies" | "tasks" | "chart" | "goals" | "recommendations";
                            paragraphs: {
                                ref: string | null;
                                text: string;
                            }[][];
                            settings: {
                                /** @enum {string} */
                                chart?: "standings" | "agencies" | "trend";
                                figures?: {
                                    label: string;
                                    ref: string;
                                }[];
                                isAnnex?: boolean;
                                /** @enum {string} */
                                which?: "overdue" | "dueNextMonth" | "open" | "all";
                            };
                            tasksLeftOut: number;
                        }[];
                        title: string;
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    useReportTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    writeReport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agencyId?: number;
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    asOf?: string;
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    from?: string;
                    kind: string;
                    knownOn?: string | null;
                    number?: string | null;
                    period: string;
                    place?: string;
                    signatoryId?: number | null;
                    source?: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
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
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            /** @description Instant, ISO 8601 */
                            changedAt: string;
                            changedBy: string;
                            holders: number;
                            /** @description A second factor is required in such a post */
                            isTwoFactor: boolean;
                            mayGive: boolean;
                            name: string;
                            nameEn: string;
                            rights: ("directive.review" | "task.steer" | "task.carryOut" | "task.comment" | "report.read" | "report.draft" | "report.prepare" | "report.sign" | "report.prepareOwn" | "report.signOwn" | "urge.prepare" | "urge.sign" | "registry.keep" | "reorganisation.apply" | "people.keep" | "people.keepOwn" | "connection.keepOwn" | "system.keep" | "audit.read" | "post.deputise")[];
                            role: string;
                            /** @enum {string} */
                            sees: "all" | "followed" | "own";
                            /** @description Send it back as If-Match */
                            version: number;
                        }[];
                        unheld: ("directive.review" | "task.steer" | "task.carryOut" | "task.comment" | "report.read" | "report.draft" | "report.prepare" | "report.sign" | "report.prepareOwn" | "report.signOwn" | "urge.prepare" | "urge.sign" | "registry.keep" | "reorganisation.apply" | "people.keep" | "people.keepOwn" | "connection.keepOwn" | "system.keep" | "audit.read" | "post.deputise")[];
                    };
                };
            };
        };
    };
    changeRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Key of a role */
                role: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isTwoFactor: boolean;
                    name: string;
                    nameEn: string;
                    rights: ("directive.review" | "task.steer" | "task.carryOut" | "task.comment" | "report.read" | "report.draft" | "report.prepare" | "report.sign" | "report.prepareOwn" | "report.signOwn" | "urge.prepare" | "urge.sign" | "registry.keep" | "reorganisation.apply" | "people.keep" | "people.keepOwn" | "connection.keepOwn" | "system.keep" | "audit.read" | "post.deputise")[];
                    /** @enum {string} */
                    sees: "all" | "followed" | "own";
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    searchEverything: {
        parameters: {
            query: {
                /** @description Ignores case and diacritics; every word must match */
                words: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        groups: {
                            en: string;
                            hits: {
                                detail: string | null;
                                title: string;
                                /** @description Address in the console */
                                to: string;
                            }[];
                            kind: string;
                            more: string | null;
                            vi: string;
                        }[];
                    };
                };
            };
        };
    };
    proveByCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Six digits of the app, or a recovery code */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    proveByPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    challengeId: string;
                    /** @description AuthenticationResponseJSON */
                    response: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    beginProofByPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        challengeId: string;
                        /** @description PublicKeyCredentialCreationOptionsJSON or PublicKeyCredentialRequestOptionsJSON */
                        options: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    getWaysIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description How users may sign in here */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Whether a link to set a new password can be sent */
                        hasMail: boolean;
                        identity: {
                            /** @description Name of the provider */
                            name: string;
                        } | null;
                        /** @description False while there is no user: the first administrator is to be created */
                        isSetUp: boolean;
                        /** @description Whether the accounts of the sample data are listed beside the server */
                        sample: boolean;
                    };
                };
            };
        };
    };
    sendToIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Page of ours to end on */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Where the browser goes next */
                        url: string;
                    };
                };
            };
        };
    };
    signInByPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    challengeId: string;
                    /** @description AuthenticationResponseJSON */
                    response: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    beginSignInByPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        challengeId: string;
                        /** @description PublicKeyCredentialCreationOptionsJSON or PublicKeyCredentialRequestOptionsJSON */
                        options: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listToSign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            detail: string | null;
                            en: string;
                            /** @description Submitted to me by name, or to the holder whose deputy I am */
                            isNamed: boolean;
                            /** @description It asks for an answer by a day that has passed, and cannot be signed */
                            isReplyPassed: boolean;
                            /** @description Nobody at the agency can be told of it here */
                            isUnreached: boolean;
                            kind: string;
                            /** @description Instant, ISO 8601 */
                            submittedAt: string;
                            submittedBy: string;
                            title: string;
                            /** @description Address in the console, where it is read and signed */
                            to: string;
                            vi: string;
                        }[];
                    };
                };
            };
        };
    };
    getStatistics: {
        parameters: {
            query?: {
                agencyId?: number;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                anyDueOn?: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                asOf?: string;
                by?: "agency" | "group" | "source" | "month";
                collectiveId?: number;
                coordinatingId?: number;
                counting?: "perMember" | "once";
                deadlineKind?: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                dueFrom?: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                dueTo?: string;
                followerId?: number;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                from?: string;
                given?: "together" | "alone";
                group?: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                knownOn?: string;
                map?: "ofDay" | "today";
                /** @description Calendar month */
                month?: string;
                rounding?: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                search?: string;
                /** @description The source of the tasks: its kind and its id, or its number where it has no id; "archive:01/NQ-CP". Empty after the colon: sources with neither. */
                source?: string;
                standing?: "doneOnTime" | "doneLate" | "openInTerm" | "openOverdue" | "done" | "open" | "due" | "awaitingConfirmation" | "milestoneOverdue";
                state?: "assigned" | "received" | "inProgress" | "reportedDone" | "confirmed" | "returned" | "cancelled";
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                to?: string;
                urgency?: "any" | "express" | "veryUrgent" | "urgent";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        asOf: string;
                        by: string | null;
                        /** @enum {string} */
                        counting: "perMember" | "once";
                        from: string | null;
                        knownOn: string | null;
                        link: string;
                        mapOn: string | null;
                        previousMonth: {
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            asOf: string;
                            from: string | null;
                            overdueShare: {
                                denominator: number;
                                exact: number | null;
                                numerator: number;
                                printed: string;
                                /** @enum {string} */
                                rounding: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                            };
                            overdueSharePoints: string;
                            partition: {
                                assigned: number;
                                awaitingConfirmation: number;
                                done: number;
                                doneLate: number;
                                doneOnTime: number;
                                due: number;
                                open: number;
                                openInTerm: number;
                                openOverdue: number;
                            };
                        } | null;
                        /** @enum {string} */
                        rounding: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                        rows: {
                            doneOfDueShare: {
                                denominator: number;
                                exact: number | null;
                                numerator: number;
                                printed: string;
                                /** @enum {string} */
                                rounding: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                            };
                            key: string;
                            label: string;
                            overdueShare: {
                                denominator: number;
                                exact: number | null;
                                numerator: number;
                                printed: string;
                                /** @enum {string} */
                                rounding: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                            };
                            partition: {
                                assigned: number;
                                awaitingConfirmation: number;
                                done: number;
                                doneLate: number;
                                doneOnTime: number;
                                due: number;
                                open: number;
                                openInTerm: number;
                                openOverdue: number;
                            };
                            rows: string;
                        }[];
                        rowsLeftOut: number;
                        rowsTotal: {
                            assigned: number;
                            awaitingConfirmation: number;
                            done: number;
                            doneLate: number;
                            doneOnTime: number;
                            due: number;
                            open: number;
                            openInTerm: number;
                            openOverdue: number;
                        };
                        samePeriodLastYear: {
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            asOf: string;
                            from: string | null;
                            overdueShare: {
                                denominator: number;
                                exact: number | null;
                                numerator: number;
                                printed: string;
                                /** @enum {string} */
                                rounding: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                            };
                            overdueSharePoints: string;
                            partition: {
                                assigned: number;
                                awaitingConfirmation: number;
                                done: number;
                                doneLate: number;
                                doneOnTime: number;
                                due: number;
                                open: number;
                                openInTerm: number;
                                openOverdue: number;
                            };
                        } | null;
                        shares: {
                            doneOfAssigned: {
                                denominator: number;
                                exact: number | null;
                                numerator: number;
                                printed: string;
                                /** @enum {string} */
                                rounding: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                            };
                            doneOfDue: {
                                denominator: number;
                                exact: number | null;
                                numerator: number;
                                printed: string;
                                /** @enum {string} */
                                rounding: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                            };
                            inTermOfAssigned: {
                                denominator: number;
                                exact: number | null;
                                numerator: number;
                                printed: string;
                                /** @enum {string} */
                                rounding: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                            };
                            overdueOfAssigned: {
                                denominator: number;
                                exact: number | null;
                                numerator: number;
                                printed: string;
                                /** @enum {string} */
                                rounding: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                            };
                            overdueOfDue: {
                                denominator: number;
                                exact: number | null;
                                numerator: number;
                                printed: string;
                                /** @enum {string} */
                                rounding: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                            };
                        };
                        together: {
                            collectives: number;
                            rows: string;
                            tasks: number;
                        };
                        total: {
                            assigned: number;
                            awaitingConfirmation: number;
                            done: number;
                            doneLate: number;
                            doneOnTime: number;
                            due: number;
                            open: number;
                            openInTerm: number;
                            openOverdue: number;
                        };
                        totalOnFirstDue: {
                            assigned: number;
                            awaitingConfirmation: number;
                            done: number;
                            doneLate: number;
                            doneOnTime: number;
                            due: number;
                            open: number;
                            openInTerm: number;
                            openOverdue: number;
                        };
                    };
                };
            };
        };
    };
    getTrend: {
        parameters: {
            query?: {
                agencyId?: number;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                asOf?: string;
                coordinatingId?: number;
                counting?: "perMember" | "once";
                followerId?: number;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                from?: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                knownOn?: string;
                map?: "ofDay" | "today";
                months?: number;
                rounding?: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mapOn: string | null;
                        months: {
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            asOf: string;
                            month: string;
                            overdueShare: {
                                denominator: number;
                                exact: number | null;
                                numerator: number;
                                printed: string;
                                /** @enum {string} */
                                rounding: "truncate1" | "round1" | "round0" | "truncate2" | "round2";
                            };
                            partition: {
                                assigned: number;
                                awaitingConfirmation: number;
                                done: number;
                                doneLate: number;
                                doneOnTime: number;
                                due: number;
                                open: number;
                                openInTerm: number;
                                openOverdue: number;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listTasks: {
        parameters: {
            query?: {
                agencyId?: number;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                anyDueOn?: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                asOf?: string;
                collectiveId?: number;
                coordinatingId?: number;
                count?: boolean;
                counting?: "perMember" | "once";
                cursor?: string;
                deadlineKind?: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                dueFrom?: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                dueTo?: string;
                followerId?: number;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                from?: string;
                given?: "together" | "alone";
                group?: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                knownOn?: string;
                limit?: number;
                map?: "ofDay" | "today";
                /** @description Calendar month */
                month?: string;
                search?: string;
                sort?: "match" | "urgency" | "dueOn" | "assignedOn" | "agency" | "code";
                /** @description The source of the tasks: its kind and its id, or its number where it has no id; "archive:01/NQ-CP". Empty after the colon: sources with neither. */
                source?: string;
                standing?: "doneOnTime" | "doneLate" | "openInTerm" | "openOverdue" | "done" | "open" | "due" | "awaitingConfirmation" | "milestoneOverdue";
                state?: "assigned" | "received" | "inProgress" | "reportedDone" | "confirmed" | "returned" | "cancelled";
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                to?: string;
                urgency?: "any" | "express" | "veryUrgent" | "urgent";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        asOf: string;
                        knownOn: string | null;
                        mapOn: string | null;
                        nextCursor: string | null;
                        rows: {
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            assignedOn: string;
                            code: string;
                            collective: {
                                /** @enum {string} */
                                form: "each" | "shared";
                                fromTaskId: number | null;
                                id: number;
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                membersOn: string;
                                namedAs: string;
                                size: number;
                                title: string;
                            } | null;
                            completedOn: string | null;
                            coordinating: string[];
                            daysLate: number | null;
                            /** @enum {string} */
                            deadlineKind: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                            dueOn: string | null;
                            firstDueOn: string | null;
                            groupTitle: string | null;
                            id: number;
                            leadAgencyId: number;
                            leadAgencyName: string;
                            otherLeads: string[];
                            percent: number;
                            sourceId: number | null;
                            sourceKind: string;
                            sourceNumber: string | null;
                            sourcePath: string | null;
                            sourceTitle: string | null;
                            /** @enum {string} */
                            standing: "doneOnTime" | "doneLate" | "openInTerm" | "openOverdue";
                            /** @enum {string} */
                            standingOnFirstDue: "doneOnTime" | "doneLate" | "openInTerm" | "openOverdue";
                            /** @enum {string} */
                            state: "assigned" | "received" | "inProgress" | "reportedDone" | "confirmed" | "returned" | "cancelled";
                            targetCount: number;
                            title: string;
                        }[];
                        total: number | null;
                    };
                };
            };
        };
    };
    getTask: {
        parameters: {
            query?: {
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                asOf?: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                knownOn?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amendments: {
                            after: {
                                [key: string]: unknown;
                            };
                            amendedBy: string;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            amendedOn: string;
                            before: {
                                [key: string]: unknown;
                            };
                            documentNumber: string | null;
                            documentOn: string | null;
                            fileName: string | null;
                            id: number;
                            reason: string;
                        }[];
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        asOf: string;
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        assignedOn: string;
                        /** @description Instant, ISO 8601 */
                        changedAt: string;
                        changedBy: string;
                        claimedOn: string | null;
                        code: string;
                        collective: {
                            /** @enum {string} */
                            form: "each" | "shared";
                            fromTaskId: number | null;
                            id: number;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            membersOn: string;
                            namedAs: string;
                            size: number;
                            title: string;
                        } | null;
                        completedOn: string | null;
                        content: string;
                        contributions: {
                            agencyId: number;
                            agencyName: string;
                            body: string | null;
                            givenBy: string | null;
                            givenOn: string | null;
                            id: number;
                            requestedBy: string | null;
                            requestedDueOn: string | null;
                            requestedOn: string | null;
                            requestedWhat: string | null;
                            /** @enum {string} */
                            state: "requested" | "late" | "given" | "lapsed";
                        }[];
                        /** @enum {string} */
                        deadlineKind: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                        deadlines: {
                            amendedOn: string | null;
                            approvedBy: string | null;
                            doneOn: string | null;
                            dueOn: string | null;
                            id: number;
                            isMilestone: boolean;
                            isOverdue: boolean;
                            isStrict: boolean;
                            /** @enum {string} */
                            kind: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                            literal: string;
                            reason: string | null;
                            recurs: ("daily" | "weekly" | "monthly" | "quarterly" | "halfYearly" | "yearly") | null;
                            replacedOn: string | null;
                            rule: string | null;
                            setBy: string;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            setOn: string;
                        }[];
                        distributedInto: {
                            /** @enum {string} */
                            form: "each" | "shared";
                            fromTaskId: number | null;
                            id: number;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            membersOn: string;
                            namedAs: string;
                            size: number;
                            title: string;
                        } | null;
                        dueOn: string | null;
                        evidence: {
                            about: string | null;
                            addedBy: string;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            addedOn: string;
                            agencyId: number;
                            agencyName: string;
                            fileName: string | null;
                            id: number;
                            issuedOn: string | null;
                            issuer: string | null;
                            /** @enum {string} */
                            kind: "file" | "document";
                            mayWithdraw: boolean;
                            mediaType: string | null;
                            number: string | null;
                            /** @enum {string} */
                            of: "task" | "report" | "contribution" | "subtask";
                            ofId: number;
                            sha256: string | null;
                            sizeBytes: number | null;
                            withdrawnBy: string | null;
                            withdrawnOn: string | null;
                            withdrawnReason: string | null;
                        }[];
                        firstDueOn: string | null;
                        followUpAgencyId: number;
                        followUpAgencyName: string;
                        groupTitle: string | null;
                        id: number;
                        implements: string[];
                        knownOn: string | null;
                        may: ("receive" | "start" | "report" | "reportDone" | "confirm" | "sendBack" | "measure" | "requestExtension" | "requestReturn" | "requestTransfer" | "decide" | "extend" | "transfer" | "cancel" | "correct" | "distribute" | "finishMilestone" | "split" | "requestContribution" | "contribute" | "attach" | "setRhythm" | "callForReport" | "amend")[];
                        parties: {
                            agencyId: number | null;
                            amendedOn: string | null;
                            contributedOn: string | null;
                            endedOn: string | null;
                            isAccountable: boolean;
                            isCollective: boolean;
                            name: string;
                            namedAs: string;
                            requestedUntil: string | null;
                            /** @enum {string} */
                            role: "lead" | "coordinating";
                            scope: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            sinceOn: string;
                        }[];
                        percent: number;
                        periods: {
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            dueOn: string;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            endsOn: string;
                            id: number;
                            reportedOn: string | null;
                            reportId: number | null;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            startsOn: string;
                            /** @enum {string} */
                            state: "open" | "onTime" | "late" | "missing";
                        }[];
                        product: string | null;
                        progress: {
                            agencyName: string;
                            body: string;
                            id: number;
                            obstacles: string | null;
                            percent: number;
                            period: {
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                endsOn: string;
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                startsOn: string;
                            } | null;
                            productDate: string | null;
                            productNumber: string | null;
                            proposals: string | null;
                            /** @description Instant, ISO 8601 */
                            recordedAt: string;
                            recordedBy: string;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            reportedOn: string;
                        }[];
                        recurs: ("daily" | "weekly" | "monthly" | "quarterly" | "halfYearly" | "yearly") | null;
                        reportCall: {
                            calledBy: string;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            calledOn: string;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            dueOn: string;
                            id: number;
                            words: string | null;
                        } | null;
                        requests: {
                            decidedBy: string | null;
                            decidedOn: string | null;
                            decision: ("granted" | "refused" | "lapsed") | null;
                            decisionNote: string | null;
                            document: string | null;
                            id: number;
                            /** @enum {string} */
                            kind: "extension" | "return" | "transfer";
                            newAgencyId: number | null;
                            newAgencyName: string | null;
                            newDueOn: string | null;
                            reason: string;
                            requestedBy: string;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            requestedOn: string;
                        }[];
                        rhythm: {
                            /** @enum {string} */
                            cadence: "month" | "quarter" | "halfYear" | "year" | "none";
                            /** @enum {string} */
                            cutoff: "decree" | "calendar";
                            dueDays: number;
                            isDefault: boolean;
                            /** @description Instant, ISO 8601 */
                            setAt: string;
                            setBy: string;
                        } | null;
                        sourceId: number | null;
                        sourceKind: string;
                        sourceNumber: string | null;
                        sourcePath: string | null;
                        sourceRef: string | null;
                        sourceSentence: string | null;
                        sourceSpan: {
                            end: number;
                            start: number;
                        } | null;
                        sourceTitle: string | null;
                        standing: ("doneOnTime" | "doneLate" | "openInTerm" | "openOverdue") | null;
                        standingOnFirstDue: ("doneOnTime" | "doneLate" | "openInTerm" | "openOverdue") | null;
                        /** @enum {string} */
                        state: "assigned" | "received" | "inProgress" | "reportedDone" | "confirmed" | "returned" | "cancelled";
                        subtasks: {
                            acceptedOn: string | null;
                            agencyId: number;
                            agencyName: string;
                            byAgencyId: number;
                            byAgencyName: string;
                            code: string;
                            content: string;
                            doneOn: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            dueOn: string;
                            endedReason: string | null;
                            givenBy: string;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            givenOn: string;
                            id: number;
                            isAfterTask: boolean;
                            isOverdue: boolean;
                            laterReason: string | null;
                            may: ("start" | "report" | "finish" | "accept" | "sendBack" | "change" | "cancel" | "attach")[];
                            percent: number;
                            reports: {
                                body: string;
                                /** @enum {string} */
                                kind: "progress" | "done" | "sentBack" | "accepted";
                                percent: number;
                                /** @description Instant, ISO 8601 */
                                recordedAt: string;
                                recordedBy: string;
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                reportedOn: string;
                            }[];
                            sentBackReason: string | null;
                            /** @enum {string} */
                            state: "assigned" | "inProgress" | "done" | "sentBack" | "accepted" | "cancelled";
                            taskDueOn: string | null;
                            title: string;
                            /** @description Send it back as If-Match */
                            version: number;
                        }[];
                        targets: {
                            baseline: string | null;
                            byWhen: string | null;
                            /** @enum {string} */
                            comparator: "=" | ">=" | "<=" | ">" | "<" | "range" | "increase>=" | "decrease>=";
                            id: number;
                            isMet: boolean | null;
                            literal: string;
                            max: number | null;
                            measure: string;
                            measurements: {
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                measuredOn: string;
                                note: string | null;
                                /** @description Instant, ISO 8601 */
                                recordedAt: string;
                                recordedBy: string;
                                value: number;
                            }[];
                            scope: string | null;
                            unit: string;
                            value: number;
                        }[];
                        title: string;
                        urgency: string | null;
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    amendTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    getAmendmentFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                amendmentId: number;
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
        };
    };
    cancelTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    findCommentReaders: {
        parameters: {
            query: {
                audience: "shared" | "internal";
                words?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: {
                            agencyName: string;
                            name: string;
                            personId: number;
                            title: string;
                        }[];
                    };
                };
            };
        };
    };
    listComments: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description 20 where left out */
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        audiences: ("shared" | "internal")[];
                        /** @description The task is cancelled: nothing is added */
                        isClosed: boolean;
                        mayComment: boolean;
                        newest: number | null;
                        nextCursor: string | null;
                        /** @description Newest first */
                        threads: {
                            /** @enum {string} */
                            audience: "shared" | "internal";
                            /** @description The first one and the latest; `left` others are between them */
                            comments: {
                                /** @description As it was called then */
                                agencyName: string;
                                body: string | null;
                                by: string;
                                byId: number;
                                correctedAt: string | null;
                                correctUntil: string | null;
                                earlier: {
                                    body: string;
                                    /** @description Instant, ISO 8601 */
                                    madeAt: string;
                                }[];
                                id: number;
                                /** @description By another person, and not seen yet by the reader */
                                isNew: boolean;
                                /** @description Instant, ISO 8601 */
                                madeAt: string;
                                may: ("correct" | "withdraw")[];
                                mentions: {
                                    end: number;
                                    /** @description As the person was called then */
                                    name: string;
                                    personId: number;
                                    start: number;
                                }[];
                                title: string | null;
                                /** @description Send it back as If-Match */
                                version: number;
                                withdrawnAt: string | null;
                            }[];
                            id: number;
                            left: number;
                        }[];
                        /** @description At most 100 */
                        unread: number;
                    };
                };
            };
        };
    };
    startThread: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    audience: "shared" | "internal";
                    /** @description Plain text, at most 4000 characters */
                    body: string;
                    mentions?: {
                        /** @description Where the mention ends; its characters are replaced by @ and the name of the person */
                        end: number;
                        personId: number;
                        /** @description Place of the @ in `body`, in UTF-16 units */
                        start: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        threadId: number;
                    };
                };
            };
        };
    };
    confirmTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    contributeToTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agencyId?: number;
                    body: string;
                    evidence?: number[];
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
        };
    };
    requestContribution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agencyId: number;
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    dueOn: string;
                    what: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
        };
    };
    correctTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    completedOn: string | null;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    finishMilestone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deadlineId: number;
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    doneOn: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    distributeTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agencyIds: number[];
                    reason: string;
                    /** @enum {string} */
                    role: "lead" | "coordinating";
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    reportDone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    completedOn: string;
                    evidence?: number[];
                    missingParts?: string;
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    productDate?: string;
                    productNumber?: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    attachEvidence: {
        parameters: {
            query?: {
                about?: string;
                subtaskId?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
        };
    };
    getEvidenceFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                evidenceId: number;
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
        };
    };
    withdrawEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                evidenceId: number;
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    attachDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    about: string;
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    issuedOn: string;
                    issuer: string;
                    number: string;
                    subtaskId?: number;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
        };
    };
    extendTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    approvedBy: string;
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    newDueOn: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    getTaskHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: {
                            actor: string;
                            after: unknown;
                            before: unknown;
                            detail: unknown;
                            event: string;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            happenedOn: string;
                            id: number;
                            onBehalfOf: string | null;
                            /** @description Instant, ISO 8601 */
                            recordedAt: string;
                        }[];
                    };
                };
            };
        };
    };
    getTaskMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        phrases: {
                            agencies: {
                                id: number;
                                name: string;
                            }[];
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            membersOn: string;
                            namedAs: string;
                            /** @enum {string} */
                            role: "lead" | "coordinating";
                        }[];
                    };
                };
            };
        };
    };
    reportProgress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                    evidence?: number[];
                    measurements?: {
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        measuredOn?: string;
                        note?: string;
                        targetId: number;
                        value: number;
                    }[];
                    obstacles?: string;
                    percent: number;
                    periodId?: number | null;
                    proposals?: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    receiveTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    callForReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    dueOn: string;
                    words?: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    decideRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                requestId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    approvedBy?: string;
                    /** @enum {string} */
                    decision: "granted" | "refused";
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    requestExtension: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    document?: string;
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    newDueOn: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    requestReturn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    requestTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agencyId: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    setRhythm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    cadence: "month" | "quarter" | "halfYear" | "year" | "none";
                    /** @enum {string} */
                    cutoff: "decree" | "calendar";
                    dueDays: number;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    sendTaskBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    startTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    splitTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agencyId: number;
                    byAgencyId?: number;
                    content: string;
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    dueOn: string;
                    laterReason?: string;
                    title: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
        };
    };
    changeSubtask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                subtaskId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    content: string;
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    dueOn: string;
                    laterReason?: string;
                    title: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    acceptSubtask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                subtaskId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    cancelSubtask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                subtaskId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    finishSubtask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                subtaskId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    doneOn: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    reportSubtask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                subtaskId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                    percent: number;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    sendSubtaskBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                subtaskId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    startSubtask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                subtaskId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    getThread: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                threadId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        audience: "shared" | "internal";
                        /** @description The first one and the latest; `left` others are between them */
                        comments: {
                            /** @description As it was called then */
                            agencyName: string;
                            body: string | null;
                            by: string;
                            byId: number;
                            correctedAt: string | null;
                            correctUntil: string | null;
                            earlier: {
                                body: string;
                                /** @description Instant, ISO 8601 */
                                madeAt: string;
                            }[];
                            id: number;
                            /** @description By another person, and not seen yet by the reader */
                            isNew: boolean;
                            /** @description Instant, ISO 8601 */
                            madeAt: string;
                            may: ("correct" | "withdraw")[];
                            mentions: {
                                end: number;
                                /** @description As the person was called then */
                                name: string;
                                personId: number;
                                start: number;
                            }[];
                            title: string | null;
                            /** @description Send it back as If-Match */
                            version: number;
                            withdrawnAt: string | null;
                        }[];
                        id: number;
                        left: number;
                    };
                };
            };
        };
    };
    replyInThread: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                threadId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Plain text, at most 4000 characters */
                    body: string;
                    mentions?: {
                        /** @description Where the mention ends; its characters are replaced by @ and the name of the person */
                        end: number;
                        personId: number;
                        /** @description Place of the @ in `body`, in UTF-16 units */
                        start: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        threadId: number;
                    };
                };
            };
        };
    };
    transferTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agencyId: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    urgingLedgerOfTask: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        nextCursor: string | null;
                        rows: {
                            agencyId: number;
                            agencyName: string;
                            channels: ("inApp" | "email" | "webhook" | "letter")[];
                            days: number | null;
                            dueOn: string | null;
                            /** @enum {string} */
                            event: "before" | "on" | "after" | "silence" | "period" | "milestone" | "letter";
                            id: number;
                            isGap: boolean;
                            letterId: number | null;
                            /** @description Instant, ISO 8601 */
                            madeAt: string;
                            mail: ("due" | "sending" | "accepted" | "bounced" | "givenUp" | "kept") | null;
                            mailAt: string | null;
                            notation: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            onDay: string;
                            personName: string | null;
                            personTitle: string | null;
                            readAt: string | null;
                            /** @enum {string} */
                            recipient: "person" | "system" | "letter";
                            ruleName: string | null;
                            taskCode: string | null;
                            taskId: number | null;
                            whom: ("officer" | "leader" | "minister" | "taskForce" | "followUp") | null;
                        }[];
                    };
                };
            };
        };
    };
    listActs: {
        parameters: {
            query: {
                ids: number[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tasks: {
                            id: number;
                            may: ("receive" | "start" | "report" | "reportDone" | "confirm" | "sendBack" | "measure" | "requestExtension" | "requestReturn" | "requestTransfer" | "decide" | "extend" | "transfer" | "cancel" | "correct" | "distribute" | "finishMilestone" | "split" | "requestContribution" | "contribute" | "attach" | "setRhythm" | "callForReport" | "amend")[];
                            /** @description Undecided */
                            requests: {
                                id: number;
                                /** @enum {string} */
                                kind: "extension" | "return" | "transfer";
                            }[];
                            /** @description Send it back as If-Match */
                            version: number;
                        }[];
                    };
                };
            };
        };
    };
    actOnMany: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    act: "receive" | "start" | "report" | "reportDone" | "confirm" | "sendBack" | "requestExtension" | "requestReturn" | "requestTransfer" | "decide" | "extend" | "transfer" | "cancel" | "correct" | "callForReport";
                    body?: {
                        [key: string]: unknown;
                    };
                    items: {
                        body?: {
                            [key: string]: unknown;
                        };
                        id: number;
                        requestId?: number;
                        /** @description Send it back as If-Match */
                        version: number;
                    }[];
                    /** @enum {string} */
                    mode: "all" | "each";
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        applied: boolean;
                        done: {
                            id: number;
                            /** @description Send it back as If-Match */
                            version: number;
                        }[];
                        failed: {
                            code: string | null;
                            id: number;
                            problem: {
                                code: string;
                                detail: string;
                                fields: {
                                    code: string;
                                    message: string;
                                    path: string;
                                }[];
                                status: number;
                            };
                            title: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        runId: number;
                    };
                };
            };
        };
    };
    getDueCalendar: {
        parameters: {
            query: {
                agencyId?: number;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                anyDueOn?: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                asOf?: string;
                collectiveId?: number;
                coordinatingId?: number;
                counting?: "perMember" | "once";
                deadlineKind?: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                dueFrom?: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                dueTo?: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                first: string;
                followerId?: number;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                from?: string;
                given?: "together" | "alone";
                group?: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                knownOn?: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                last: string;
                map?: "ofDay" | "today";
                /** @description Calendar month */
                month?: string;
                perDay?: number;
                search?: string;
                /** @description The source of the tasks: its kind and its id, or its number where it has no id; "archive:01/NQ-CP". Empty after the colon: sources with neither. */
                source?: string;
                standing?: "doneOnTime" | "doneLate" | "openInTerm" | "openOverdue" | "done" | "open" | "due" | "awaitingConfirmation" | "milestoneOverdue";
                state?: "assigned" | "received" | "inProgress" | "reportedDone" | "confirmed" | "returned" | "cancelled";
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                to?: string;
                urgency?: "any" | "express" | "veryUrgent" | "urgent";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        asOf: string;
                        days: {
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            day: string;
                            marks: {
                                code: string;
                                dueOn: string | null;
                                isDone: boolean;
                                kinds: ("due" | "milestone" | "period")[];
                                leadAgencyName: string;
                                milestones: string[];
                                /** @enum {string} */
                                standing: "doneOnTime" | "doneLate" | "openInTerm" | "openOverdue";
                                taskId: number;
                                title: string;
                            }[];
                            rows: string;
                            tasks: number;
                        }[];
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        first: string;
                        knownOn: string | null;
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        last: string;
                        mapOn: string | null;
                    };
                };
            };
        };
    };
    listTaskChanges: {
        parameters: {
            query?: {
                /** @description `cursor` of the previous answer; everything where left out */
                after?: string;
                /** @description 100 where left out */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changes: {
                            code: string;
                            dueOn: string | null;
                            /** @description The act: docs/audit-events.md */
                            event: string;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            happenedOn: string;
                            /** @description Instant, ISO 8601 */
                            recordedAt: string;
                            /** @enum {string} */
                            state: "assigned" | "received" | "inProgress" | "reportedDone" | "confirmed" | "returned" | "cancelled";
                            taskId: number;
                            title: string;
                            /** @description Current version of the task */
                            version: number;
                        }[];
                        /** @description Send it back as `after`; store it together with the changes you took in */
                        cursor: string;
                        /** @description Whether there is more to read immediately; if not, read again later */
                        more: boolean;
                    };
                };
            };
        };
    };
    exportTasks: {
        parameters: {
            query?: {
                agencyId?: number;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                anyDueOn?: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                asOf?: string;
                collectiveId?: number;
                /** @description code,title,lead,coordinating,source,group,assignedOn,dueOn,standing,state,percent,targets */
                columns?: string;
                coordinatingId?: number;
                counting?: "perMember" | "once";
                deadlineKind?: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                dueFrom?: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                dueTo?: string;
                followerId?: number;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                from?: string;
                given?: "together" | "alone";
                group?: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                knownOn?: string;
                map?: "ofDay" | "today";
                /** @description Calendar month */
                month?: string;
                search?: string;
                sort?: "match" | "urgency" | "dueOn" | "assignedOn" | "agency" | "code";
                /** @description The source of the tasks: its kind and its id, or its number where it has no id; "archive:01/NQ-CP". Empty after the colon: sources with neither. */
                source?: string;
                standing?: "doneOnTime" | "doneLate" | "openInTerm" | "openOverdue" | "done" | "open" | "due" | "awaitingConfirmation" | "milestoneOverdue";
                state?: "assigned" | "received" | "inProgress" | "reportedDone" | "confirmed" | "returned" | "cancelled";
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                to?: string;
                urgency?: "any" | "express" | "veryUrgent" | "urgent";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    exportSelection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    asOf?: string;
                    /** @description code,title,lead,coordinating,source,group,assignedOn,dueOn,standing,state,percent,targets */
                    columns?: string;
                    ids: number[];
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    knownOn?: string;
                    /** @enum {string} */
                    sort?: "match" | "urgency" | "dueOn" | "assignedOn" | "agency" | "code";
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    previewProgressSheet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        errors: {
                            cell: string;
                            message: string;
                            sheet: string;
                        }[];
                        rows: {
                            changes: {
                                after: string;
                                before: string | null;
                                cell: string;
                                /** @enum {string} */
                                field: "percent" | "body" | "obstacles" | "proposals" | "measured";
                                name: string | null;
                                sheet: string;
                            }[];
                            code: string;
                            conflict: {
                                body: string | null;
                                /** @description Instant, ISO 8601 */
                                changedAt: string;
                                changedBy: string;
                                dueOn: string | null;
                                percent: number;
                                /** @enum {string} */
                                state: "assigned" | "received" | "inProgress" | "reportedDone" | "confirmed" | "returned" | "cancelled";
                            } | null;
                            id: number;
                            refusal: string | null;
                            report: {
                                body: string;
                                evidence?: number[];
                                measurements?: {
                                    /**
                                     * Format: date
                                     * @description Calendar day, Asia/Ho_Chi_Minh
                                     */
                                    measuredOn?: string;
                                    note?: string;
                                    targetId: number;
                                    value: number;
                                }[];
                                obstacles?: string;
                                percent: number;
                                periodId?: number | null;
                                proposals?: string;
                            };
                            title: string;
                            /** @description Send it back as If-Match */
                            version: number;
                        }[];
                        unchanged: number;
                    };
                };
            };
        };
    };
    takeProgressSheet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    getTimeline: {
        parameters: {
            query?: {
                agencyId?: number;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                anyDueOn?: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                asOf?: string;
                collectiveId?: number;
                coordinatingId?: number;
                count?: boolean;
                counting?: "perMember" | "once";
                cursor?: string;
                deadlineKind?: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                dueFrom?: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                dueTo?: string;
                followerId?: number;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                from?: string;
                given?: "together" | "alone";
                group?: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                knownOn?: string;
                limit?: number;
                map?: "ofDay" | "today";
                /** @description Calendar month */
                month?: string;
                search?: string;
                sort?: "match" | "urgency" | "dueOn" | "assignedOn" | "agency" | "code";
                /** @description The source of the tasks: its kind and its id, or its number where it has no id; "archive:01/NQ-CP". Empty after the colon: sources with neither. */
                source?: string;
                standing?: "doneOnTime" | "doneLate" | "openInTerm" | "openOverdue" | "done" | "open" | "due" | "awaitingConfirmation" | "milestoneOverdue";
                state?: "assigned" | "received" | "inProgress" | "reportedDone" | "confirmed" | "returned" | "cancelled";
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                to?: string;
                urgency?: "any" | "express" | "veryUrgent" | "urgent";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        asOf: string;
                        knownOn: string | null;
                        mapOn: string | null;
                        nextCursor: string | null;
                        rows: {
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            assignedOn: string;
                            code: string;
                            collective: {
                                /** @enum {string} */
                                form: "each" | "shared";
                                fromTaskId: number | null;
                                id: number;
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                membersOn: string;
                                namedAs: string;
                                size: number;
                                title: string;
                            } | null;
                            completedOn: string | null;
                            coordinating: string[];
                            daysLate: number | null;
                            /** @enum {string} */
                            deadlineKind: "date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none";
                            dueOn: string | null;
                            earlierDueDays: {
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                dueOn: string;
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                replacedOn: string;
                            }[];
                            firstDueOn: string | null;
                            groupTitle: string | null;
                            id: number;
                            leadAgencyId: number;
                            leadAgencyName: string;
                            milestones: {
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                dueOn: string;
                                isDone: boolean;
                                literal: string;
                            }[];
                            otherLeads: string[];
                            percent: number;
                            sourceId: number | null;
                            sourceKind: string;
                            sourceNumber: string | null;
                            sourcePath: string | null;
                            sourceTitle: string | null;
                            /** @enum {string} */
                            standing: "doneOnTime" | "doneLate" | "openInTerm" | "openOverdue";
                            /** @enum {string} */
                            standingOnFirstDue: "doneOnTime" | "doneLate" | "openInTerm" | "openOverdue";
                            /** @enum {string} */
                            state: "assigned" | "received" | "inProgress" | "reportedDone" | "confirmed" | "returned" | "cancelled";
                            targetCount: number;
                            title: string;
                        }[];
                        total: number | null;
                    };
                };
            };
        };
    };
    getThresholds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Instant, ISO 8601 */
                        changedAt: string;
                        changedBy: string;
                        silentDays: number;
                        soonDays: number;
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    setThresholds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    silentDays: number;
                    soonDays: number;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    listAgenciesToUrge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agencies: {
                            agencyId: number;
                            agencyName: string;
                            dueSoon: number;
                            lastLetter: {
                                id: number;
                                /**
                                 * Format: date
                                 * @description Calendar day, Asia/Ho_Chi_Minh
                                 */
                                issuedOn: string;
                                notation: string;
                                state: string;
                            } | null;
                            mostDaysLate: number;
                            openLetterId: number | null;
                            overdue: number;
                            people: number;
                            periodsMissing: number;
                            /** @description A rule proposed a letter and none has been issued since */
                            proposed: boolean;
                            silent: number;
                        }[];
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        asOf: string;
                        silentDays: number;
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        soonTo: string;
                    };
                };
            };
        };
    };
    urgingLedgerOfAgency: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        nextCursor: string | null;
                        rows: {
                            agencyId: number;
                            agencyName: string;
                            channels: ("inApp" | "email" | "webhook" | "letter")[];
                            days: number | null;
                            dueOn: string | null;
                            /** @enum {string} */
                            event: "before" | "on" | "after" | "silence" | "period" | "milestone" | "letter";
                            id: number;
                            isGap: boolean;
                            letterId: number | null;
                            /** @description Instant, ISO 8601 */
                            madeAt: string;
                            mail: ("due" | "sending" | "accepted" | "bounced" | "givenUp" | "kept") | null;
                            mailAt: string | null;
                            notation: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            onDay: string;
                            personName: string | null;
                            personTitle: string | null;
                            readAt: string | null;
                            /** @enum {string} */
                            recipient: "person" | "system" | "letter";
                            ruleName: string | null;
                            taskCode: string | null;
                            taskId: number | null;
                            whom: ("officer" | "leader" | "minister" | "taskForce" | "followUp") | null;
                        }[];
                    };
                };
            };
        };
    };
    tasksToUrgeOfAgency: {
        parameters: {
            query: {
                kind: "silent" | "periodsMissing";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tasks: {
                            code: string;
                            dueOn: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            heardOn: string;
                            id: number;
                            periods: string[];
                            title: string;
                        }[];
                    };
                };
            };
        };
    };
    urgingEffect: {
        parameters: {
            query?: {
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                asOf?: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                from?: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agencies: {
                            agencyId: number | null;
                            /** @enum {string} */
                            kind: "rule" | "letter" | "agency" | "total";
                            name: string;
                            ruleId: number | null;
                            urged: number;
                            within: {
                                days: number;
                                done: number;
                                reported: number;
                            }[];
                        }[];
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        asOf: string;
                        by: {
                            agencyId: number | null;
                            /** @enum {string} */
                            kind: "rule" | "letter" | "agency" | "total";
                            name: string;
                            ruleId: number | null;
                            urged: number;
                            within: {
                                days: number;
                                done: number;
                                reported: number;
                            }[];
                        }[];
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        from: string;
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        to: string;
                        total: {
                            agencyId: number | null;
                            /** @enum {string} */
                            kind: "rule" | "letter" | "agency" | "total";
                            name: string;
                            ruleId: number | null;
                            urged: number;
                            within: {
                                days: number;
                                done: number;
                                reported: number;
                            }[];
                        };
                    };
                };
            };
        };
    };
    urgingEffectRows: {
        parameters: {
            query?: {
                agencyId?: number;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                asOf?: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                from?: string;
                kind?: "letter";
                outcome?: "reported" | "done";
                ruleId?: number;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                to?: string;
                within?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            agencyId: number;
                            agencyName: string;
                            by: string;
                            code: string;
                            doneOn: string | null;
                            letterId: number | null;
                            reportedOn: string | null;
                            taskId: number;
                            title: string;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            urgedOn: string;
                        }[];
                    };
                };
            };
        };
    };
    listLetters: {
        parameters: {
            query?: {
                agencyId?: number;
                cursor?: string;
                limit?: number;
                state?: "draft" | "submitted" | "issued" | "answered" | "closed" | "dropped";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        nextCursor: string | null;
                        rows: {
                            about: string;
                            agencyId: number;
                            agencyName: string;
                            /** @description Instant, ISO 8601 */
                            changedAt: string;
                            changedBy: string;
                            createdBy: string;
                            id: number;
                            isSample: boolean;
                            issuedOn: string | null;
                            isUnreached: boolean;
                            may: ("edit" | "submit" | "withdraw" | "sendBack" | "sign" | "answer" | "close" | "drop")[];
                            notation: string | null;
                            overdue: number;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            replyBy: string;
                            sentBackReason: string | null;
                            signatoryName: string | null;
                            signerName: string | null;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "issued" | "answered" | "closed" | "dropped";
                            tasks: number;
                            /** @description Send it back as If-Match */
                            version: number;
                        }[];
                    };
                };
            };
        };
    };
    makeLetters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agencyIds: number[];
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        failed: {
                            agencyId: number;
                            agencyName: string;
                            code: string;
                            message: string;
                        }[];
                        made: {
                            agencyId: number;
                            agencyName: string;
                            id: number;
                            tasks: number;
                        }[];
                    };
                };
            };
        };
    };
    getLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        about: string;
                        agencyId: number;
                        agencyName: string;
                        answeredAt: string | null;
                        answers: {
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            answeredOn: string;
                            fileName: string | null;
                            id: number;
                            number: string | null;
                            /** @description Instant, ISO 8601 */
                            recordedAt: string;
                            recordedBy: string;
                            summary: string;
                            taskCode: string | null;
                            taskId: number | null;
                        }[];
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        asOf: string;
                        /** @description Instant, ISO 8601 */
                        changedAt: string;
                        changedBy: string;
                        closedAt: string | null;
                        closedBy: string | null;
                        closedNote: string | null;
                        closing: string;
                        createdBy: string;
                        deliveries: {
                            agencyId: number;
                            agencyName: string;
                            channels: ("inApp" | "email" | "webhook" | "letter")[];
                            days: number | null;
                            dueOn: string | null;
                            /** @enum {string} */
                            event: "before" | "on" | "after" | "silence" | "period" | "milestone" | "letter";
                            id: number;
                            isGap: boolean;
                            letterId: number | null;
                            /** @description Instant, ISO 8601 */
                            madeAt: string;
                            mail: ("due" | "sending" | "accepted" | "bounced" | "givenUp" | "kept") | null;
                            mailAt: string | null;
                            notation: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            onDay: string;
                            personName: string | null;
                            personTitle: string | null;
                            readAt: string | null;
                            /** @enum {string} */
                            recipient: "person" | "system" | "letter";
                            ruleName: string | null;
                            taskCode: string | null;
                            taskId: number | null;
                            whom: ("officer" | "leader" | "minister" | "taskForce" | "followUp") | null;
                        }[];
                        id: number;
                        isSample: boolean;
                        issuedAt: string | null;
                        issuedOn: string | null;
                        isUnreached: boolean;
                        may: ("edit" | "submit" | "withdraw" | "sendBack" | "sign" | "answer" | "close" | "drop")[];
                        notation: string | null;
                        onBehalfOfName: string | null;
                        opening: string;
                        overdue: number;
                        recipients: string[];
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        replyBy: string;
                        sending: ("noRecipients" | "sending" | "sent" | "failed" | "kept") | null;
                        sentBackReason: string | null;
                        signatoryId: number | null;
                        signatoryName: string | null;
                        signerName: string | null;
                        signerTitle: string | null;
                        /** @enum {string} */
                        state: "draft" | "submitted" | "issued" | "answered" | "closed" | "dropped";
                        submittedAt: string | null;
                        submittedBy: string | null;
                        taskList: {
                            code: string;
                            daysLate: number | null;
                            dueOn: string | null;
                            id: number;
                            isOpen: boolean;
                            sourceNumber: string | null;
                            title: string;
                        }[];
                        tasks: number;
                        unitId: number;
                        unitName: string;
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    editLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    about?: string;
                    closing?: string;
                    opening?: string;
                    recipients?: string[];
                    /**
                     * Format: date
                     * @description Calendar day, Asia/Ho_Chi_Minh
                     */
                    replyBy?: string;
                    signatoryId?: number | null;
                    taskIds?: number[];
                    unitId?: number;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    answerLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    getAnswerFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                answerId: number;
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    letterChoices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        signatories: {
                            id: number;
                            name: string;
                            title: string;
                        }[];
                        tasks: {
                            code: string;
                            daysLate: number | null;
                            dueOn: string | null;
                            id: number;
                            isChosen: boolean;
                            isOpen: boolean;
                            sourceNumber: string | null;
                            title: string;
                        }[];
                        units: {
                            abbreviation: string | null;
                            id: number;
                            name: string;
                        }[];
                    };
                };
            };
        };
    };
    closeLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    getLetterDocument: {
        parameters: {
            query: {
                format: "docx" | "pdf" | "html";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    dropLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    letterReports: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reports: {
                            body: string;
                            code: string;
                            id: number;
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            reportedOn: string;
                            taskId: number;
                        }[];
                    };
                };
            };
        };
    };
    sendBackLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    signLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        notation: string;
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    submitLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    withdrawLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    urgeTasks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    taskIds: number[];
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        failed: {
                            agencyId: number;
                            agencyName: string;
                            code: string;
                            message: string;
                        }[];
                        made: {
                            agencyId: number;
                            agencyName: string;
                            id: number;
                            isAdded: boolean;
                            isWordingKept: boolean;
                            tasks: number;
                        }[];
                        skipped: {
                            code: string;
                            message: string;
                            taskCode: string | null;
                            taskId: number;
                        }[];
                    };
                };
            };
        };
    };
    signLetters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    letters: {
                        id: number;
                        /** @description Send it back as If-Match */
                        version: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        failed: {
                            agencyName: string;
                            code: string;
                            id: number;
                            message: string;
                        }[];
                        signed: {
                            agencyName: string;
                            id: number;
                            notation: string;
                        }[];
                    };
                };
            };
        };
    };
    submitLetters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    letters: {
                        id: number;
                        /** @description Send it back as If-Match */
                        version: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        failed: {
                            agencyName: string;
                            code: string;
                            id: number;
                            message: string;
                        }[];
                        submitted: {
                            agencyName: string;
                            id: number;
                        }[];
                    };
                };
            };
        };
    };
    urgingPlan: {
        parameters: {
            query?: {
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        gaps: number;
                        isWorkingDay: boolean;
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        on: string;
                        people: number;
                        ranAt: string | null;
                        rules: {
                            agencies: {
                                agencyId: number;
                                agencyName: string;
                                isGap: boolean;
                                people: {
                                    id: number;
                                    name: string;
                                    title: string;
                                    /** @enum {string} */
                                    whom: "officer" | "leader" | "minister" | "taskForce" | "followUp";
                                }[];
                                tasks: {
                                    code: string;
                                    days: number;
                                    /**
                                     * Format: date
                                     * @description Calendar day, Asia/Ho_Chi_Minh
                                     */
                                    dueOn: string;
                                    id: number;
                                    title: string;
                                }[];
                            }[];
                            days: number | null;
                            /** @enum {string} */
                            event: "before" | "on" | "after" | "silence" | "period" | "milestone";
                            how: ("inApp" | "email" | "webhook" | "letter")[];
                            id: number | null;
                            name: string;
                            tasks: number;
                        }[];
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        sentOn: string;
                        tasks: number;
                    };
                };
            };
        };
    };
    tryUrgingRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id?: number;
                    rule: {
                        agencyIds: number[];
                        days: number | null;
                        deadlineKinds: ("date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none")[];
                        /** @enum {string} */
                        event: "before" | "on" | "after" | "silence" | "period" | "milestone";
                        how: ("inApp" | "email" | "webhook" | "letter")[];
                        isActive: boolean;
                        name: string;
                        reason: string;
                        urgencies: string[];
                        whom: ("officer" | "leader" | "minister" | "taskForce")[];
                    };
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        gaps: number;
                        isWorkingDay: boolean;
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        on: string;
                        people: number;
                        ranAt: string | null;
                        rules: {
                            agencies: {
                                agencyId: number;
                                agencyName: string;
                                isGap: boolean;
                                people: {
                                    id: number;
                                    name: string;
                                    title: string;
                                    /** @enum {string} */
                                    whom: "officer" | "leader" | "minister" | "taskForce" | "followUp";
                                }[];
                                tasks: {
                                    code: string;
                                    days: number;
                                    /**
                                     * Format: date
                                     * @description Calendar day, Asia/Ho_Chi_Minh
                                     */
                                    dueOn: string;
                                    id: number;
                                    title: string;
                                }[];
                            }[];
                            days: number | null;
                            /** @enum {string} */
                            event: "before" | "on" | "after" | "silence" | "period" | "milestone";
                            how: ("inApp" | "email" | "webhook" | "letter")[];
                            id: number | null;
                            name: string;
                            tasks: number;
                        }[];
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        sentOn: string;
                        tasks: number;
                    };
                };
            };
        };
    };
    listUrgingRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rules: {
                            agencyIds: number[];
                            agencyNames: string[];
                            /** @description Instant, ISO 8601 */
                            changedAt: string;
                            changedBy: string;
                            days: number | null;
                            deadlineKinds: ("date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none")[];
                            /** @enum {string} */
                            event: "before" | "on" | "after" | "silence" | "period" | "milestone";
                            how: ("inApp" | "email" | "webhook" | "letter")[];
                            id: number;
                            isActive: boolean;
                            isDefault: boolean;
                            name: string;
                            reason: string;
                            urgencies: string[];
                            /** @description Send it back as If-Match */
                            version: number;
                            whom: ("officer" | "leader" | "minister" | "taskForce")[];
                        }[];
                        urgencies: string[];
                    };
                };
            };
        };
    };
    addUrgingRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agencyIds: number[];
                    days: number | null;
                    deadlineKinds: ("date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none")[];
                    /** @enum {string} */
                    event: "before" | "on" | "after" | "silence" | "period" | "milestone";
                    how: ("inApp" | "email" | "webhook" | "letter")[];
                    isActive: boolean;
                    name: string;
                    reason: string;
                    urgencies: string[];
                    whom: ("officer" | "leader" | "minister" | "taskForce")[];
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    changeUrgingRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agencyIds: number[];
                    days: number | null;
                    deadlineKinds: ("date" | "month" | "quarter" | "halfYear" | "year" | "standing" | "perRegulation" | "none")[];
                    /** @enum {string} */
                    event: "before" | "on" | "after" | "silence" | "period" | "milestone";
                    how: ("inApp" | "email" | "webhook" | "letter")[];
                    isActive: boolean;
                    name: string;
                    reason: string;
                    urgencies: string[];
                    whom: ("officer" | "leader" | "minister" | "taskForce")[];
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    applyUrgingRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        gaps: number;
                        isWorkingDay: boolean;
                        made: number;
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        on: string;
                        people: number;
                    };
                };
            };
        };
    };
    getUrgingSetting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        annexFrom: number;
                        basis: string;
                        /** @description Instant, ISO 8601 */
                        changedAt: string;
                        changedBy: string;
                        headTitle: string;
                        headTitles: string[];
                        issuingAgency: string;
                        notationAgency: string;
                        place: string;
                        quietFrom: string;
                        quietTo: string;
                        replyDays: number;
                        soonDays: number;
                        superiorAgency: string | null;
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    changeUrgingSetting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    annexFrom: number;
                    basis: string;
                    headTitle: string;
                    headTitles: string[];
                    issuingAgency: string;
                    notationAgency: string;
                    place: string;
                    quietFrom: string;
                    quietTo: string;
                    replyDays: number;
                    soonDays: number;
                    superiorAgency: string | null;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        endpoints: {
                            agencyId: number;
                            agencyName: string;
                            events: string[];
                            failingSince: string | null;
                            formerSecretUntil: string | null;
                            /** @description Deliveries given up */
                            givenUp: number;
                            id: number;
                            lastDeliveredAt: string | null;
                            /** @description Sequence of the last delivery */
                            lastSequence: number;
                            /** @description Instant, ISO 8601 */
                            madeAt: string;
                            madeBy: string;
                            name: string;
                            pausedBecause: ("person" | "failure") | null;
                            /** @enum {string} */
                            state: "active" | "paused";
                            url: string;
                            /** @description Send it back as If-Match */
                            version: number;
                            /** @description Deliveries not yet made */
                            waiting: number;
                        }[];
                    };
                };
            };
        };
    };
    addWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agencyId: number;
                    /** @description Names of events (GET /api/webhooks/events), or only `*` for all */
                    events: string[];
                    name: string;
                    url: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @description Shown once */
                        secret: string;
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    editWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Names of events (GET /api/webhooks/events), or only `*` for all */
                    events: string[];
                    name: string;
                    url: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                cursor?: string;
                event?: string;
                limit?: number;
                state?: "due" | "delivering" | "delivered" | "givenUp";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        nextCursor: string | null;
                        rows: {
                            error: string | null;
                            event: string;
                            id: number;
                            nextTryAt: string | null;
                            /** @description Instant, ISO 8601 */
                            occurredAt: string;
                            sequence: number | null;
                            /** @enum {string} */
                            state: "due" | "delivering" | "delivered" | "givenUp";
                            status: number | null;
                            tries: number;
                        }[];
                    };
                };
            };
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deliveryId: number;
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was sent, byte for byte */
                        body: string;
                        error: string | null;
                        event: string;
                        id: number;
                        nextTryAt: string | null;
                        /** @description Instant, ISO 8601 */
                        occurredAt: string;
                        sequence: number | null;
                        /** @enum {string} */
                        state: "due" | "delivering" | "delivered" | "givenUp";
                        status: number | null;
                        tries: number;
                        tryRows: {
                            answer: string | null;
                            /** @description Instant, ISO 8601 */
                            beganAt: string;
                            error: string | null;
                            headers: {
                                [key: string]: string;
                            };
                            milliseconds: number | null;
                            no: number;
                            outcome: ("delivered" | "failed" | "lost") | null;
                            status: number | null;
                            url: string;
                        }[];
                    };
                };
            };
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deliveryId: number;
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Deliveries that will be sent again */
                        count: number;
                    };
                };
            };
        };
    };
    pauseWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    replayWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description `sequence` of the last delivery processed; 0 for all that are kept */
                    after: number;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Deliveries that will be sent again */
                        count: number;
                    };
                };
            };
        };
    };
    resumeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    renewWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description How many hours the previous secret also signs */
                    overlapHours: number;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @description Shown once */
                        secret: string;
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was sent, byte for byte */
                        body: string;
                        error: string | null;
                        event: string;
                        id: number;
                        nextTryAt: string | null;
                        /** @description Instant, ISO 8601 */
                        occurredAt: string;
                        sequence: number | null;
                        /** @enum {string} */
                        state: "due" | "delivering" | "delivered" | "givenUp";
                        status: number | null;
                        tries: number;
                        tryRows: {
                            answer: string | null;
                            /** @description Instant, ISO 8601 */
                            beganAt: string;
                            error: string | null;
                            headers: {
                                [key: string]: string;
                            };
                            milliseconds: number | null;
                            no: number;
                            outcome: ("delivered" | "failed" | "lost") | null;
                            status: number | null;
                            url: string;
                        }[];
                    };
                };
            };
        };
    };
    listWebhookEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        events: {
                            en: string;
                            name: string;
                            vi: string;
                        }[];
                    };
                };
            };
        };
    };
    getCalendarYear: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changedAt: string | null;
                        changedBy: string | null;
                        choices: {
                            cultureDay: {
                                confidence: ("verified" | "memory") | null;
                                daysBefore: number;
                                source: string | null;
                                usual: number;
                            };
                            nationalDay: {
                                confidence: ("verified" | "memory") | null;
                                daysBefore: number;
                                source: string | null;
                                usual: number;
                            };
                            tet: {
                                confidence: ("verified" | "memory") | null;
                                daysBefore: number;
                                source: string | null;
                                usual: number;
                            };
                        };
                        days: {
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            day: string;
                            holiday: ("newYear" | "tet" | "hungKings" | "reunification" | "labour" | "nationalDay" | "nationalDayAdjacent" | "cultureDay") | null;
                            isWorking: boolean;
                            /** @enum {string} */
                            kind: "holiday" | "compensation" | "planned";
                            name: string;
                            plan: {
                                /** @enum {string} */
                                confidence: "verified" | "memory";
                                /** @enum {string} */
                                kind: "off" | "work";
                                name: string;
                                pairedDay: string | null;
                                source: string;
                            } | null;
                        }[];
                        differences: {
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            day: string;
                            isWorking: boolean;
                        }[];
                        mayChange: boolean;
                        /** @description Send it back as If-Match */
                        version: number;
                        workingDays: number;
                        workingDaysByMonth: number[];
                        year: number;
                    };
                };
            };
        };
    };
    changeChoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    daysBefore: number | null;
                    /** @enum {string} */
                    holiday: "tet" | "nationalDay" | "cultureDay";
                    source: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    planDays: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string | null;
                    off?: string | null;
                    source: string;
                    work?: string | null;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    withdrawDay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                day: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it back as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    countWorkingDays: {
        parameters: {
            query: {
                add?: number;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                from: string;
                /** @description Calendar day, Asia/Ho_Chi_Minh */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable, for API clients: "task.wrong_state" */
                        code: string;
                        /** @description What is wrong and what to do, in Vietnamese */
                        detail: string;
                        fields?: {
                            code: string;
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        from: string;
                        /**
                         * Format: date
                         * @description Calendar day, Asia/Ho_Chi_Minh
                         */
                        to: string;
                        workingDays: number;
                    };
                };
            };
        };
    };
}
