import type { ApolloServerPlugin } from "@apollo/server";
import { accepts } from "./media-type.js";

/**
 * Answers with status 200 where an operation was refused for what it is and only `application/json` is accepted, as the
 * draft of GraphQL over HTTP has it (https://graphql.github.io/graphql-over-http/draft/, 6.4.1): clients of that media
 * type take any other status for one that a proxy gave. `application/graphql-response+json` has the true one.
 */
export const statusPlugin: ApolloServerPlugin = {
  requestDidStart: async ({ request }) => ({
    willSendResponse: async ({ response: { http } }) => {
      const accept = request.http?.headers.get("accept");
      const onlyJson = accepts("application/json", accept) && !accepts("application/graphql-response+json", accept);
      if (http.status === 400 && onlyJson) http.status = 200;
    },
  }),
};
