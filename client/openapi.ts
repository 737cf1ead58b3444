// Written from docs/openapi.json by server/generate.ts; not to be edited.

export interface paths {
    "/api/agencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bodies and units of a day */
        get: operations["listAgencies"];
        put?: never;
        post?: never;
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
        /** One body through time */
        get: operations["getAgency"];
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
         * Which body a name or code means on a day
         * @description A name without a day is meant as of today; a two-digit statistical code without a day is refused.
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        abbreviation: string | null;
                        aliases: string[];
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
                        predecessors: {
                            /** @enum {string} */
                            confidence: "verified" | "memory";
                            /**
                             * Format: date
                             * @description Calendar day, Asia/Ho_Chi_Minh
                             */
                            effectiveOn: string;
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
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
                            /** @description Due and not begun. */
                            waiting: number;
                        };
                        /** @enum {string} */
                        status: "ok";
                        version: string;
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
            /** @description Who is signed in, and the day it is there */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agencyId: number;
                        agencyName: string;
                        name: string;
                        personId: number;
                        /** @enum {string} */
                        role: "administrator" | "followUp" | "taskForce" | "officer";
                        /** @description An invented person of the sample data */
                        sample: boolean;
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
}
