import { endpoint } from '../endpoint.ts';
import { aBroadcaster, aUser, byCursor, cursor, data, paged, pageSize } from '../shapes.ts';
import { id, integer, nullable, object, string } from '../spec.ts';

const category = 'Charity';

/**
 * The charity campaign that the user’s channel runs; an empty list for none.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-charity-campaign
 */
export const getCharityCampaign = endpoint(
  'get-charity-campaign',
  'Get Charity Campaign',
  'GET',
  '/charity/campaigns',
  {
    category,
    scopes: [['channel:read:charity']],
    self: 'broadcaster_id',
    query: { broadcaster_id: id },
    response: data(
      object({
        ...aBroadcaster,
        id: string,
        charity_name: string,
        charity_description: string,
        charity_logo: string,
        charity_website: string,
        current_amount: object({ value: integer, decimal_places: integer, currency: string }),
        target_amount: nullable(object({ value: integer, decimal_places: integer, currency: string })),
      }),
    ),
  },
);

/**
 * Donations to the running campaign.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-charity-campaign-donations
 */
export const getCharityCampaignDonations = endpoint(
  'get-charity-campaign-donations',
  'Get Charity Campaign Donations',
  'GET',
  '/charity/donations',
  {
    category,
    scopes: [['channel:read:charity']],
    self: 'broadcaster_id',
    query: { broadcaster_id: id, first: pageSize(100), after: cursor },
    response: paged(
      object({
        ...aUser,
        id: string,
        campaign_id: string,
        amount: object({ value: integer, decimal_places: integer, currency: string }),
      }),
    ),
    page: byCursor,
  },
);
