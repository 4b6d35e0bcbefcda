/** The cards of the roles, to be cut out and handed round. */

import { make } from "../dom.js";
import { drawLines } from "./sheet.js";

/** @typedef {{id: string, title: string, text: string}} Role */

/** @param {Role[]} roles */
export const drawCards = (roles) => make("article.role-cards", { "aria-label": "Role cards" },
  ...roles.map(({ title, text }) => make("section.role-card", {}, make("h6", {}, title), ...drawLines(text))));
