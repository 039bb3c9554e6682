/** How the platforms write names and ids. What a page or a user says is one has to look like it before it is used. Pure. */

/** A login on Twitch, lower case. */
export const loginShape = /^[a-z0-9_]{1,25}$/;

/** The id of a user, a video or a category on Twitch. */
export const twitchIdShape = /^[0-9]{1,20}$/;

/** The id of a message on Twitch, and of a wish of ours. */
export const uuidShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id of a channel or of somebody on CHZZK. */
export const chzzkIdShape = /^[0-9a-f]{32}$/;
